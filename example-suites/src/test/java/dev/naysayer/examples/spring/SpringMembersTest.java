package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.run.ContractTarget;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spring Security's log-in with a form, with its token against forged requests: by default, and as programs need it. */
@Timeout(120)
class SpringMembersTest {

    /** Gives the suites the password; where the API is, the setting {@code naysayer.target} says. */
    public static final class Target implements ContractTarget {

        @Override
        public Set<String> promisedVariables() {
            return Set.of("ADA_PASSWORD");
        }

        @Override
        public Map<String, String> variables() {
            return Map.of("ADA_PASSWORD", SpringMembers.PASSWORD);
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

    @AuthContract(value = "spring-members-default.auth.yaml", target = Target.class)
    static final class ByDefault {}

    @AuthContract(value = "spring-members-form.auth.yaml", target = Target.class)
    static final class ByForm {}

    @AuthContract(value = "spring-members-json.auth.yaml", target = Target.class)
    static final class WithoutTokens {}

    @AuthContract(value = "spring-members.auth.yaml", target = Target.class)
    static final class ForPrograms {}

    /** A web site sends people to its page; that it does so with programs is what a team has to change, and all there is. */
    @Test
    void by_default_a_program_is_sent_to_a_page_and_given_a_session() {
        SuiteLauncher.Run run = run(ByDefault.class, SpringMembers.ByDefault.class);

        assertThat(judged(run)).allMatch(it -> it.kind() == OutcomeKind.CONFORMING || it.kind() == OutcomeKind.WARNING);
        assertThat(found(run))
                .containsExactlyInAnyOrder(
                        // Each of them is answered 302 to /login, whatever Accept says: SHOULD, RFC 9110 section 11.4.
                        "no-token: no-login-page, SHOULD",
                        "empty-session: no-login-page, SHOULD",
                        "unknown-session: no-login-page, SHOULD",
                        "altered-session: no-login-page, SHOULD",
                        "any-accept-no-token: no-login-page, SHOULD",
                        // Of two cookies of one name Tomcat takes the one that has a session, whichever comes first.
                        "repeated-session-invalid-last: doubtful-refused, security advice",
                        "repeated-session-invalid-first: doubtful-refused, security advice",
                        // The session is made anew at the log-in, so the old one leads to the page as well.
                        "session-before-login: no-login-page, SHOULD",
                        // Who asks for anything but JSON is led back there after the log-in, by a session of the
                        // stranger's: Tomcat sets
                        // its cookie with HttpOnly, and without SameSite unless it is told to.
                        "comparison: session-cookie-guarded");
    }

    /** What is left binds nobody: the token is not tied to the session, and Spring does not look where a request comes from. */
    @Test
    void set_up_for_programs_no_must_and_no_should_is_broken() {
        SuiteLauncher.Run run =
                run(ForPrograms.class, SpringMembers.ForPrograms.class, "server.servlet.session.cookie.same-site=lax");

        assertThat(judged(run)).allMatch(it -> it.kind() == OutcomeKind.CONFORMING || it.kind() == OutcomeKind.WARNING);
        assertThat(found(run))
                .containsExactlyInAnyOrder(
                        "repeated-session-invalid-last: doubtful-refused, security advice",
                        "repeated-session-invalid-first: doubtful-refused, security advice",
                        "session: repeated-session-invalid-last: doubtful-refused, security advice",
                        "session: repeated-session-invalid-first: doubtful-refused, security advice",
                        "session: cross-site-origin: doubtful-refused, advice",
                        "session: cross-site-fetch: doubtful-refused, advice",
                        "csrf: csrf-token-of-other-session: csrf-token-of-its-session, security advice");
    }

    /** The token is one of its session here, and nobody gets through without it; what it is refused with is another matter. */
    @Test
    void a_form_is_taken_with_the_hidden_token_of_its_page_only() {
        SuiteLauncher.Run run =
                // Tomcat would print the crash that is told below.
                run(ByForm.class, SpringMembers.ByDefault.class, "logging.level.org.apache.catalina.core=off");

        assertThat(judged(run)).allMatch(it -> it.kind() == OutcomeKind.CONFORMING || it.kind() == OutcomeKind.WARNING);
        assertThat(found(run))
                .containsExactlyInAnyOrder(
                        // 302 to /login, whose address has the session in it where no cookie came.
                        "session: no-token: no-login-page, SHOULD",
                        "session: no-token: no-session-in-url, security advice",
                        "session: empty-session: no-login-page, SHOULD",
                        "session: unknown-session: no-login-page, SHOULD",
                        "session: altered-session: no-login-page, SHOULD",
                        "session: repeated-session-invalid-last: doubtful-refused, security advice",
                        "session: repeated-session-invalid-first: doubtful-refused, security advice",
                        "session: cross-site-origin: doubtful-refused, advice",
                        "session: cross-site-fetch: doubtful-refused, advice",
                        // A made-up token is no UTF-8 behind its mask, and Spring answers 500.
                        "csrf: unknown-csrf-token: csrf-fail-403, security advice",
                        // A servlet's parameters are of the form and of the query alike.
                        "csrf: csrf-token-in-query: doubtful-refused, security advice",
                        "comparison: session-cookie-guarded");
    }

    /** It looks at no Origin, which is a second line, and reads no JSON that is labelled text, which is the first. */
    @Test
    void without_tokens_what_another_site_can_send_unasked_is_not_read() {
        SuiteLauncher.Run run = run(
                WithoutTokens.class,
                SpringMembers.WithoutTokens.class,
                "server.servlet.session.cookie.same-site=lax",
                "logging.level.org.springframework.web=error");

        assertThat(judged(run)).allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
        assertThat(found(run))
                .containsExactlyInAnyOrder(
                        "cross-site-origin: doubtful-refused, advice", "cross-site-fetch: doubtful-refused, advice");
    }

    private static List<CaseOutcome> judged(SuiteLauncher.Run run) {
        return run.outcomes().stream()
                .filter(it -> it.kind() != OutcomeKind.NOT_APPLICABLE && it.kind() != OutcomeKind.NOT_OBTAINABLE)
                .toList();
    }

    /** No scheme of sessions is registered, so each challenge has an invented one: that is told of every API of this kind. */
    private static List<String> found(SuiteLauncher.Run run) {
        return Stream.concat(
                        run.outcomes().stream()
                                .flatMap(outcome -> outcome.violations().stream()
                                        .filter(it -> !it.rule().equals("scheme-registered"))
                                        .map(it -> "%s: %s, %s".formatted(outcome.scenario(), it.rule(), it.level()))),
                        run.comparisons().stream()
                                .filter(it -> it.finding().violated())
                                .map(it -> "comparison: " + it.finding().rule()))
                .toList();
    }

    private static SuiteLauncher.Run run(Class<?> contract, Class<?> application, String... properties) {
        try (RunningApplication api = RunningApplication.start(application, context -> {}, properties)) {
            return SuiteLauncher.run(contract, Map.of("naysayer.target", api.url()));
        }
    }
}
