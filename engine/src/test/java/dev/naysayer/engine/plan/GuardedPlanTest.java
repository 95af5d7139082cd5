package dev.naysayer.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a token against forged requests is asked for, and what is tried there. */
class GuardedPlanTest {

    private static final String VALUE = "NAYSAYER_TEST_GUARDED";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void set() {
        System.setProperty(VALUE, "planned-0123456789");
    }

    @AfterEach
    void clear() {
        System.clearProperty(VALUE);
    }

    private List<String> tried(String requires, String operations) throws IOException {
        return tried("", requires, operations);
    }

    private List<String> tried(String further, String requires, String operations) throws IOException {
        Reading reading = read("header: X-XSRF-TOKEN", further, requires, operations);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return CasePlan.of(((Reading.Understood) reading).suite()).stream()
                .filter(it -> it.notApplicable() == null)
                .map(it -> it.name() + (it.isGuarded() ? ", guarded" : ""))
                .toList();
    }

    private Reading read(String place, String further, String requires, String operations) throws IOException {
        Path file = Files.writeString(
                folder.resolve("members.auth.yaml"), """
                suite: Members
                target: http://127.0.0.1:1
                credentials:
                  session: {cookie: SESSION, token: {good: "${NAYSAYER_TEST_GUARDED}"}}
                  csrf: {%s, token: {good: "${NAYSAYER_TEST_GUARDED}"}}
                %s
                %s
                operations: %s
                scenarios: [no-token, no-csrf-token]
                """.formatted(place, further, requires, operations));
        return SuiteFile.alone(file).plan(Set.of());
    }

    private List<String> problems(String operation) throws IOException {
        Reading reading = read("field: _csrf", "", "", "[" + operation + "]");
        return reading instanceof Reading.Unreadable unreadable
                ? unreadable.problems().stream().map(Problem::message).toList()
                : List.of();
    }

    @Test
    void a_field_stands_in_a_form_and_in_no_other_body() throws IOException {
        String form = "media-type: application/x-www-form-urlencoded, body: {name: Bo}";

        assertThat(problems("POST /members: {mutates: true, %s}".formatted(form)))
                .isEmpty();
        // The form holds the token alone then, and what changes nothing is not asked for it.
        assertThat(problems("POST /logout: {mutates: true}")).isEmpty();
        assertThat(problems("GET /members")).isEmpty();
        assertThat(problems("POST /members: {mutates: true, body: {name: Bo}}"))
                .containsExactly("'csrf' travels in a form, and the body is none");
        assertThat(problems("POST /members: {mutates: true, media-type: application/xml, body: <a/>}"))
                .containsExactly("'csrf' travels in a form, and the body is none");
        assertThat(problems("GET /export: {requires: [[session, csrf]]}"))
                .containsExactly("'csrf' travels in a form, and GET without a body sends none");
    }

    @Test
    void it_stands_beside_the_only_other_credential_where_something_is_changed() throws IOException {
        assertThat(tried("", "[GET /members, POST /members: {mutates: true}]"))
                .containsExactly(
                        "GET /members › control",
                        "GET /members › no-token",
                        "GET /members › control-after",
                        "POST /members › control, guarded",
                        "POST /members › session: no-token, guarded",
                        "POST /members › csrf: no-csrf-token");
    }

    @Test
    void what_an_operation_says_itself_counts() throws IOException {
        assertThat(
                        tried(
                                "requires: [[session, csrf]]",
                                "[GET /members, GET /export: {requires: [[session, csrf]]}, POST /ping: {mutates: true, requires: session}]"))
                .containsExactly(
                        "GET /members › control",
                        "GET /members › no-token",
                        "GET /members › control-after",
                        "GET /export › control, guarded",
                        "GET /export › session: no-token, guarded",
                        "GET /export › csrf: no-csrf-token",
                        "GET /export › control-after, guarded",
                        "POST /ping › control",
                        "POST /ping › no-token");
    }

    /** Whoever sends a token by themselves has not been made to: so an API that asks them for a second one is found by the control. */
    @Test
    void a_token_that_no_browser_adds_is_a_control_without_the_guard() throws IOException {
        assertThat(tried(
                        "  token: {scheme: bearer, token: {good: \"${NAYSAYER_TEST_GUARDED}\"}}",
                        "requires: [[session, csrf], token]",
                        "[POST /members: {mutates: true}]"))
                .containsExactly(
                        "POST /members › session and csrf: control, guarded",
                        "POST /members › token: control",
                        "POST /members › session: no-token, guarded",
                        "POST /members › csrf: no-csrf-token",
                        "POST /members › token: no-token");
    }

    /** Refused for the token, a subject would seem to lack the right, which is right: nothing would have been tried. */
    @Test
    void another_user_needs_the_token_of_their_own_session() throws IOException {
        String operations = "[POST /members: {mutates: true, allows: [ann]}]";
        String session = "session: {token: {good: \"${NAYSAYER_TEST_GUARDED}\"}}";
        String both = session + ", csrf: {token: {good: \"${NAYSAYER_TEST_GUARDED}\"}}";
        String alone = "subjects: {ann: {%s}, bo: {%s}}".formatted(both, session);

        assertThat(((Reading.Unreadable) read("header: X-XSRF-TOKEN", "", alone, operations)).problems())
                .extracting(Problem::message)
                .containsExactly("'bo' has 'session' of their own, and not 'csrf', which belongs to the same session");
        assertThat(tried(alone.replace(session + "}", both + "}"), operations)).contains("POST /members › bo, guarded");
    }

    @Test
    void a_guard_alone_is_a_problem() throws IOException {
        String message = "'csrf' proves nobody's identity, and no credential that does stands beside it";
        Path alone = Files.writeString(folder.resolve("alone.auth.yaml"), """
                suite: Members
                target: http://127.0.0.1:1
                credentials:
                  csrf: {header: X-XSRF-TOKEN, token: {good: "${NAYSAYER_TEST_GUARDED}"}}
                operations: [GET /members, POST /members: {mutates: true}]
                scenarios: [no-csrf-token]
                """);

        assertThat(((Reading.Unreadable) SuiteFile.alone(alone).plan(Set.of())).problems())
                .extracting(Problem::message)
                .containsExactly(message);
        assertThat(((Reading.Unreadable) read(
                                "header: X-XSRF-TOKEN",
                                "",
                                "requires: [session, csrf]",
                                "[POST /members: {mutates: true}]"))
                        .problems())
                .extracting(Problem::message)
                .containsExactly(message);
    }
}
