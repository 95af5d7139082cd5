package dev.naysayer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Whatever sends nothing. */
class CommandsTest {

    private static final String SECRET = "uwgh-kiroma-3391";

    @TempDir
    private Path folder;

    @BeforeEach
    void set_the_variable() {
        System.setProperty("CLI_TOKEN", SECRET);
    }

    @AfterEach
    void clear_it() {
        System.clearProperty("CLI_TOKEN");
    }

    private String suite(String scenarios) throws IOException {
        Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                target: http://localhost:1
                credentials: {bearer: {token: {good: "${CLI_TOKEN}", expired-token: "${CLI_TOKEN}x"}}}
                operations:
                  - GET /orders: {scope: orders:read}
                  - POST /orders: {mutates: true, control: 422, refusals: {no-credential: {status: 403}}}
                refusals: {bad-credential: {error: invalid_token, headers: {Retry-After: absent}}}
                scenarios: %s
                """.formatted(scenarios));
        return folder.toString();
    }

    @Test
    void check_tells_what_each_suite_has() throws IOException {
        Called check = Called.with("check", suite("[no-token, expired-token]"));

        assertThat(check.code()).isZero();
        assertThat(check.out()).endsWith("orders.auth.yaml: 8 cases, 3 comparisons\n");
        assertThat(check.err()).isEmpty();
    }

    @Test
    void check_tells_what_a_suite_names_in_vain() throws IOException {
        Called check = Called.with(
                "check", suite("[no-token, csrf: all, basic: core]\nprobes: [graphql-forms, session-id, again]"));

        assertThat(check.code()).isZero();
        assertThat(check.out())
                .contains(
                        "\n  csrf: nothing of it fits this suite, so its ",
                        " cases are not sent: the scheme is bearer, and this is about ",
                        "\n  basic: nothing of it fits this suite, so its ",
                        "\n  probe graphql-forms: no case of the suite is what it is about, so it asks nothing\n",
                        "\n  probe session-id: it is for the profile mcp-2025-11-25, which the suite does not have, so it asks nothing\n")
                .doesNotContain("probe again", "carriage");
    }

    @Test
    void check_tells_all_problems_of_all_suites() throws IOException {
        Files.writeString(folder.resolve("other.auth.yaml"), "suite: Other\n");

        Called check = Called.with("check", suite("[no-tokn, expired-tokn]"));

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err())
                .contains("orders.auth.yaml:8:13: unknown scenario 'no-tokn'")
                .contains("^ did you mean 'no-token'?")
                .contains("unknown scenario 'expired-tokn'")
                .contains("other.auth.yaml:1:1: the key 'credentials' is missing")
                .endsWith("2 of 2 suites cannot be run\n");
        assertThat(check.out()).isEmpty();
    }

    @Test
    void check_writes_what_of_a_document_is_not_tested_and_takes_out_what_is() throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), """
                openapi: 3.1.1
                security: [{oauth: []}]
                paths:
                  /orders: {get: {}, post: {}}
                  /orders/{id}: {get: {}}
                components: {securitySchemes: {oauth: {type: oauth2}}}
                """);
        Path suite = folder.resolve("orders.auth.yaml");
        String text = """
                suite: Orders API
                target: http://localhost:1
                credentials: {oauth: {token: {good: "${CLI_TOKEN}"}}}
                operations: {openapi: openapi.yaml, untested: untested.txt}
                scenarios: [no-token]
                """;
        Files.writeString(suite, text);

        Called first = Called.with("check", folder.toString());
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.err())
                .contains("the file 'untested.txt' cannot be read", "naysayer check --write-untested orders.auth.yaml");

        Called written = Called.with("check", "--write-untested", folder.toString());
        assertThat(written.code()).isZero();
        assertThat(written.out())
                .contains("untested.txt: operations that are not tested: 2", "orders.auth.yaml: 3 cases");
        assertThat(folder.resolve("untested.txt")).hasContent("POST /orders\nGET /orders/{id}");

        Files.writeString(suite, text.replace("untested:", "values: {id: 7}, untested:"));
        assertThat(Called.with("check", folder.toString()).err())
                .contains("untested.txt:2:1: GET /orders/{id} is tested now", "delete the line");
        assertThat(Called.with("check", "--write-untested", folder.toString()).code())
                .isZero();
        assertThat(folder.resolve("untested.txt")).hasContent("POST /orders");
    }

    @Test
    void explain_tells_each_part_with_the_line_that_says_it() throws IOException {
        Called explain = Called.with("explain", suite("[no-token, expired-token]"), "--target=http://127.0.0.1:2");

        assertThat(explain.code()).isZero();
        assertThat(explain.all()).doesNotContain(SECRET);
        recorded("explained.txt", explain);
    }

    private void recorded(String file, Called call) throws IOException {
        String told = call.out().replace(folder + "/", "");
        Path recorded = Path.of("src/test/resources/dev/naysayer/cli/" + file);
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(recorded, told);
        }
        assertThat(recorded)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .hasContent(told);
    }

    @Test
    void explain_tells_what_is_chosen_alone() throws IOException {
        Called explain = Called.with(
                "explain", suite("[no-token, expired-token]"), "--operation=GET *", "--scenario=expired-token");

        assertThat(explain.out())
                .contains("GET /orders", "expired-token")
                .doesNotContain("POST /orders", "no-token", "Answers compared");
    }

    @Test
    void explain_of_nothing_says_so() throws IOException {
        Called explain = Called.with("explain", suite("[no-token]"), "--scenario=expired-token");

        assertThat(explain.code()).isEqualTo(2);
        assertThat(explain.err()).startsWith("no case is of this operation and scenario");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "explain", "run"})
    void where_there_is_no_suite_nothing_is_done(String command) {
        assertThat(Called.with(command, folder.toString()))
                .satisfies(it -> assertThat(it.code()).isEqualTo(2))
                .satisfies(it -> assertThat(it.err()).startsWith("no suite lies in "));
        assertThat(Called.with(command, folder.resolve("none").toString()).err())
                .endsWith("none is not there: name a suite or a folder with suites\n");
    }

    @Test
    void a_condition_is_explained() {
        Called one = Called.with("conditions", "expired-token");

        assertThat(one.code()).isZero();
        assertThat(one.out())
                .startsWith("expired-token: a token that expired longer ago than the API's leeway\n")
                .contains("right        401; invalid_token", "if let in    broken is: MUST, RFC 7519 section 4.1.4");
        assertThat(Called.with("conditions").out()).contains("expired-token", "unknown-key", "(core)");
    }

    @Test
    void a_rule_is_explained_of_one_answer_or_of_several() {
        assertThat(Called.with("rules", "challenge-follows-401").out())
                .contains(
                        "demanded  MUST, RFC 9110 section 15.5.2, https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2",
                        "to mend   Send WWW-Authenticate with every 401");
        assertThat(Called.with("rules", "head-as-get").code()).isZero();
        assertThat(Called.with("rules").out()).contains("challenge-follows-401", "head-as-get");
    }

    @Test
    void a_rule_and_a_condition_tell_how_it_is_mended_in_a_framework() throws IOException {
        recorded("mended-rule.txt", Called.with("rules", "no-store", "--framework=nginx"));
        recorded("mended-condition.txt", Called.with("conditions", "wrong-audience", "--framework=SPRING"));
        assertThat(Called.with("rules", "no-store").out())
                .contains("forbid-caching in docs/FIXES.md", "  Spring Security\n", "  nginx\n");
    }

    @Test
    void what_no_framework_decides_says_so() {
        assertThat(Called.with("rules", "token-not-echoed", "--framework=kong").out())
                .endsWith("No framework decides it: what is said to mend it is all there is.\n");
        assertThat(Called.with("conditions", "no-token", "--framework=kong").out())
                .endsWith(
                        "Only rules about every credential judge it: ask 'rules' for the one that a finding names.\n");
        assertThat(Called.with("rules", "token-not-echoed").out()).doesNotContain("framework");
    }

    @Test
    void a_framework_goes_with_a_name() {
        assertThat(Called.with("rules", "--framework=spring"))
                .isEqualTo(new Called(2, "", "--framework tells how one is mended: add RULE\n"));
        assertThat(Called.with("conditions", "--framework=spring").err()).endsWith("add CONDITION\n");
        assertThat(Called.with("rules", "no-store", "--framework=django"))
                .satisfies(it -> assertThat(it.code()).isEqualTo(2))
                .satisfies(it -> assertThat(it.err()).contains("SPRING, ASPNET"));
    }

    @Test
    void a_name_that_is_none_leads_to_the_one_that_was_meant() {
        Called rule = Called.with("rules", "chalenge-follows-401");

        assertThat(rule.code()).isEqualTo(2);
        assertThat(rule.err())
                .isEqualTo("there is no rule 'chalenge-follows-401': did you mean 'challenge-follows-401'?\n");
        assertThat(Called.with("conditions", "no-tokn").err()).contains("did you mean 'no-token'?");
    }

    @Test
    void report_hands_on_to_the_commands_on_records() {
        Called report =
                Called.with("report", "gate", folder.resolve("none.json").toString(), "--fail-on=should");

        assertThat(report.code()).isEqualTo(2);
        assertThat(report.err()).contains("none.json").doesNotContain("Unknown option");
        assertThat(Called.with("report").err()).contains("merge", "gate", "drift", "fleet", "formats");
    }

    @Test
    void the_schema_is_that_of_the_repository() throws IOException {
        assertThat(Called.with("schema", "suite").out())
                .isEqualTo(Files.readString(Path.of("../docs/schema/suite.schema.json")));
        assertThat(Called.with("schema", "waivers").out())
                .isEqualTo(Files.readString(Path.of("../docs/schema/waivers.schema.json")));
    }

    @Test
    void what_is_no_command_ends_with_2() {
        assertThat(Called.with("chek").code()).isEqualTo(2);
        assertThat(Called.with("chek").err()).contains("check");
        assertThat(Called.with().code()).isEqualTo(2);
        assertThat(Called.with("run", "--tarket=x").code()).isEqualTo(2);
    }

    @Test
    void an_option_that_is_none_ends_each_command_with_2() {
        Set<String> commands = new TreeSet<>(
                Main.program(System.out, System.err).getSubcommands().keySet());
        assertThat(commands.remove("help")).isTrue();
        for (String command : commands) {
            assertThat(Called.with(command, "--nonsense"))
                    .as(command)
                    .satisfies(it -> assertThat(it.code()).isEqualTo(2));
        }
    }

    /** 1 is for what was done, and has to be looked at. */
    @Test
    void a_fault_of_ours_ends_with_2_and_says_so() {
        StringWriter told = new StringWriter();
        CommandLine program = Main.program(System.out, System.err).addSubcommand("fail", new Failing());
        program.setErr(new PrintWriter(told, true));
        program.getSubcommands().get("fail").setErr(new PrintWriter(told, true));

        assertThat(program.execute("fail")).isEqualTo(2);
        assertThat(told.toString()).startsWith("this is a fault of Naysayer").contains("IllegalStateException");
    }

    @Command
    static final class Failing implements Callable<Integer> {

        @Override
        public Integer call() {
            throw new IllegalStateException("a case that nobody thought of");
        }
    }

    @Test
    void ascii_is_nobodys_wish() {
        assertThat(Terminal.isUnsaid("ANSI_X3.4-1968")).isTrue();
        assertThat(Terminal.isUnsaid("US-ASCII")).isTrue();
        assertThat(Terminal.isUnsaid("UTF-8")).isFalse();
        assertThat(Terminal.isUnsaid("IBM437")).isFalse();
        assertThat(Terminal.isUnsaid("none such"))
                .isEqualTo(Charset.defaultCharset().equals(StandardCharsets.US_ASCII));
    }
}
