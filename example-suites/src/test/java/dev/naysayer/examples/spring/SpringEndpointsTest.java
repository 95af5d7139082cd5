package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What Spring Authorization Server answers at its own endpoints, as it comes.
 *
 * <p>A client that failed gets 401 without WWW-Authenticate, which RFC 9110 section 15.5.2 and RFC 6749 section 5.2 both forbid; who says
 * nothing that the server could read as a client gets a 401 without JSON as well, from the filter chain and not from the endpoint. Two
 * ways at once are taken, of which the first that fits counts. All of it is mended by an entry point and an error handler of one's own.
 */
class SpringEndpointsTest {

    private static final RecordedAnswers EXPECTED =
            RecordedAnswers.of(SpringEndpointsTest.class, "server-endpoints.txt");

    @Test
    void what_is_found_at_the_endpoints_is_what_is_recorded() {
        SuiteLauncher.Run run = SuiteLauncher.run(EndpointsContract.class, Map.of());

        EXPECTED.check("findings", found(run));
        assertThat(run.outcomes())
                .filteredOn(CaseOutcome::control)
                .hasSize(3)
                .allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
    }

    /**
     * Codes, PKCE and refresh tokens are refused as they should be. What is found is what is found above; of an app more, since it is known
     * by its code and verifier: where one of them is missing it is no client, and gets the 401 of the filter chain.
     */
    @Test
    void what_is_found_of_codes_is_what_is_recorded() {
        SuiteLauncher.Run codes = SuiteLauncher.run(CodesContract.class, Map.of());
        SuiteLauncher.Run app = SuiteLauncher.run(AppContract.class, Map.of());

        EXPECTED.check("codes", found(codes));
        EXPECTED.check("app", found(app));
        assertThat(Stream.of(codes, app).flatMap(it -> it.outcomes().stream()))
                .filteredOn(CaseOutcome::control)
                .hasSize(3)
                .allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
    }

    private static String found(SuiteLauncher.Run run) {
        return run.outcomes().stream()
                .filter(it -> it.kind() != OutcomeKind.CONFORMING && it.kind() != OutcomeKind.NOT_APPLICABLE)
                .map(it -> "%s › %s: %s%n%s"
                        .formatted(
                                it.operation(),
                                it.scenario(),
                                it.kind(),
                                it.violations().stream()
                                        .map(finding -> "  %s, %s".formatted(finding.rule(), finding.verdict()))
                                        .collect(Collectors.joining("\n"))))
                .collect(Collectors.joining("\n"));
    }

    @AuthContract(value = "spring-codes.auth.yaml", target = SigningTarget.class)
    private static final class CodesContract {}

    @AuthContract(value = "spring-app.auth.yaml", target = SigningTarget.class)
    private static final class AppContract {}

    @AuthContract(value = "server-endpoints.auth.yaml", target = IssuerItself.class)
    private static final class EndpointsContract {}

    /** The server itself is what is tested. */
    public static final class IssuerItself extends SpringIssuedTarget {

        @Override
        public String url() {
            return Objects.requireNonNull(variables().get("ISSUER"));
        }
    }
}
