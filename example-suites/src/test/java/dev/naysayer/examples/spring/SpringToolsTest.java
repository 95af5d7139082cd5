package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.issuer.IssuedTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The MCP SDK for Java behind Spring Security: with sessions, with answers as events, by default and as clients of MCP need it. */
@Timeout(120)
class SpringToolsTest {

    /** Starts what a team writes by default. */
    public static final class Default extends IssuedTarget {

        @Override
        protected RunningApi start(String issuer) {
            return api(SpringTools.ByDefault.class, issuer);
        }
    }

    /** Starts what clients of MCP need. */
    public static final class Clients extends IssuedTarget {

        @Override
        protected RunningApi start(String issuer) {
            return api(SpringTools.ForClients.class, issuer);
        }
    }

    @AuthContract(value = "spring-tools.auth.yaml", target = Default.class)
    static final class ByDefault {}

    @AuthContract(value = "spring-tools.auth.yaml", target = Clients.class)
    static final class ForClients {}

    /** Spring Security describes its API since version 7, but as one API a host, and the SDK looks at no Origin by itself. */
    @Test
    void by_default_clients_find_metadata_of_another_resource_and_nobody_who_gives_tokens() {
        SuiteLauncher.Run run = SuiteLauncher.run(ByDefault.class, Map.of());

        assertThat(found(run))
                .containsExactlyInAnyOrder(
                        // resource is the origin, and called was /mcp: MUST, RFC 9728 section 3.3.
                        "metadata-names-called-url, MUST",
                        // Nobody has told Spring Security who gives tokens, though it knows the issuer: MUST of MCP.
                        "metadata-names-authorization-server, MUST",
                        // Without a validator the SDK answers pages of every origin: MUST of MCP.
                        "foreign-origin-refused, MUST",
                        // No challenge says what to ask for: SHOULD of MCP, at a 401 and at a 403.
                        "challenge-names-needed-scope, SHOULD",
                        "insufficient-scope-names-scope, SHOULD: every operation",
                        // The entry point names the metadata, the handler of refused rights does not.
                        "insufficient-scope-names-metadata, SHOULD: every operation",
                        "error-representation, SHOULD",
                        // To lead whoever asks for anything back after a log-in that this API has not.
                        "no-cookie-on-refusal, security advice",
                        // Of two Authorization lines Spring Security takes the first.
                        "doubtful-refused, security advice: every message",
                        // A token without exp is good for ever.
                        "claims-present, security advice: every message");
    }

    /** What is left is what Spring Security reads of tokens, which binds nobody. */
    @Test
    void set_up_for_clients_of_mcp_no_must_and_no_should_is_broken() {
        SuiteLauncher.Run run = SuiteLauncher.run(ForClients.class, Map.of());

        assertThat(found(run))
                .containsExactlyInAnyOrder(
                        "doubtful-refused, security advice: every message",
                        "claims-present, security advice: every message");
    }

    /** As they really come: the id of the session in a header, JSON where it begins, events behind it, and 202 to a notification. */
    @Test
    void every_message_gets_through_in_its_session_whatever_form_the_answer_has() {
        SuiteLauncher.Run run = SuiteLauncher.run(ForClients.class, Map.of());

        assertThat(run.outcomes().stream()
                        .filter(it -> it.scenario().equals("control"))
                        .map(SpringToolsTest::answered))
                .containsExactly(
                        "POST /mcp initialize 200 application/json;charset=UTF-8 without a session",
                        "POST /mcp notifications/initialized 202 nothing in its session",
                        "POST /mcp tools/list 200 text/event-stream;charset=UTF-8 in its session",
                        "POST /mcp tools/call 200 text/event-stream;charset=UTF-8 in its session",
                        "GET /mcp not sent",
                        "DELETE /mcp not sent");
    }

    private static String answered(CaseOutcome control) {
        Transcript transcript = control.transcript();
        if (transcript == null) {
            return control.operation() + " not sent";
        }
        boolean session = transcript.requestHeaders().stream()
                .anyMatch(it -> it.name().equals("Mcp-Session-Id") && it.value().equals("${POST /mcp initialize}"));
        return "%s %d %s %s a session"
                .formatted(
                        control.operation(),
                        transcript.status(),
                        transcript.responseHeaders().stream()
                                .filter(it -> it.name().equals("Content-Type"))
                                .map(Header::value)
                                .findFirst()
                                .orElse("nothing"),
                        session ? "in" : "without")
                .replace("in a session", "in its session");
    }

    /** Each rule that is broken, with its level and, of one that is judged case by case, where. */
    private static List<String> found(SuiteLauncher.Run run) {
        assertThat(run.outcomes()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
        Map<String, Set<String>> operations = new TreeMap<>();
        run.outcomes()
                .forEach(outcome -> outcome.violations()
                        .forEach(it -> operations
                                .computeIfAbsent("%s, %s".formatted(it.rule(), it.level()), rule -> new TreeSet<>())
                                .add(outcome.operation())));
        return Stream.concat(
                        operations.entrySet().stream().map(it -> it.getKey() + ": " + where(it.getValue())),
                        run.comparisons().stream()
                                .map(ComparisonOutcome::finding)
                                .filter(Finding::violated)
                                .map(it -> "%s, %s".formatted(it.rule(), it.level())))
                .toList();
    }

    private static String where(Set<String> operations) {
        return switch (operations.size()) {
            case 6 -> "every operation";
            case 4 -> "every message";
            default -> String.join(", ", operations);
        };
    }

    private static IssuedTarget.RunningApi api(Class<?> application, String issuer) {
        String jwt = "spring.security.oauth2.resourceserver.jwt.";
        RunningApplication running = RunningApplication.start(
                application, context -> {}, jwt + "issuer-uri=" + issuer, jwt + "audiences=" + SpringTools.AUDIENCE);
        return new IssuedTarget.RunningApi() {
            @Override
            public String url() {
                return running.url();
            }

            @Override
            public void close() {
                running.close();
            }
        };
    }
}
