package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.run.ContractTarget;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Spring Security's Digest, which is RFC 2617's of 1999: as its reference sets it up, and with a look at each answer before it.
 *
 * <p>That a response counts for another resource too, and that 401 comes with two challenges, is what a team has to know.
 */
@Timeout(120)
class SpringDigestTest {

    public static final class Target implements ContractTarget {

        @Override
        public Set<String> promisedVariables() {
            return Set.of("CAMERA_PASSWORD");
        }

        @Override
        public Map<String, String> variables() {
            return Map.of("CAMERA_PASSWORD", SpringPictures.PASSWORD);
        }

        @Override
        public void start() {}

        @Override
        public String url() {
            throw new IllegalStateException("the setting naysayer.target names the API");
        }

        @Override
        public void stop() {}
    }

    @AuthContract(value = "spring-pictures.auth.yaml", target = Target.class)
    static final class Pictures {}

    /** What it has no setting for, either. */
    private static final List<String> UNMENDED = List.of(
            // It looks for "Digest " and no other spelling: MUST, RFC 9110 section 11.1.
            "scheme-lower-case: scheme-case-ignored, MUST",
            // Of two Authorization lines the servlet API hands out the first.
            "repeated-header: doubtful-refused, security advice",
            // The nonce holds two seconds here, and five minutes by default; within that time it is good as often as
            // anybody likes.
            "digest-nc-repeated: digest-replay-refused, advice",
            "digest-nc-not-hex: improper-digest-gets-4xx, advice",
            // It writes stale="true": MUST NOT, RFC 7616 section 3.3.
            "digest-stale-nonce: digest-tokens-bare, MUST",
            // It knows MD5 alone, and no hashed names.
            "comparison: digest-offers-sha-256, SHOULD",
            "comparison: digest-userhash-offered, SHOULD");

    @Test
    void by_default_a_response_opens_other_resources_too() {
        SuiteLauncher.Run run = run(SpringPictures.ByDefault.class);

        assertDanced(run);
        // Boot forwards a refusal to its error page, where the same filter refuses it again and adds a second
        // challenge.
        assertThat(Findings.each(run))
                .filteredOn(it -> it.endsWith("digest-algorithms-differ, MUST"))
                .hasSize(12);
        assertThat(Findings.each(run))
                .filteredOn(it -> !it.endsWith("digest-algorithms-differ, MUST"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                UNMENDED.stream(),
                                Stream.of(
                                        // It hashes whatever uri says, and does not look what was asked for.
                                        "digest-other-uri: digest-uri-checked, MUST",
                                        // It reads username, and passes over username*.
                                        "digest-two-user-names: digest-user-named-once, MUST",
                                        // It takes what RFC 2069 had, without a nonce of the client's.
                                        "digest-no-qop: doubtful-refused, security advice",
                                        // IllegalArgumentException: This method does not support a qop: 'auth-int'
                                        "digest-other-qop: improper-digest-gets-4xx, SHOULD",
                                        // The two refusals of one request leave no body.
                                        "comparison: error-representation, SHOULD"))
                        .toList());
    }

    @Test
    void a_filter_before_it_mends_what_opens_doors() {
        SuiteLauncher.Run run = run(SpringPictures.Mended.class);

        assertDanced(run);
        assertThat(Findings.each(run)).containsExactlyInAnyOrderElementsOf(UNMENDED);
    }

    /** The good credential got through before and after, the first time in answer to the challenge that came just then. */
    private static void assertDanced(SuiteLauncher.Run run) {
        assertThat(run.outcomes())
                .filteredOn(CaseOutcome::control)
                .hasSize(2)
                .allMatch(it -> it.kind() == OutcomeKind.CONFORMING)
                .first()
                .extracting(it -> Objects.requireNonNull(it.transcript()).note())
                .asString()
                .startsWith("answers the challenge that came before: 401, Digest realm=\"pictures\"");
    }

    private static SuiteLauncher.Run run(Class<?> application) {
        // The stack trace of the 500 is Spring's, and expected.
        try (RunningApplication api = RunningApplication.start(application, context -> {}, "logging.level.root=off")) {
            return SuiteLauncher.run(Pictures.class, Map.of("naysayer.target", api.url()));
        }
    }
}
