package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.dsl.BodySchema;
import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.RuleChoice;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.dsl.Subject;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteReaderTest {

    @TempDir
    Path folder;

    private SuiteFiles files;

    @BeforeEach
    void write_suites_into_the_folder() {
        files = new SuiteFiles(folder);
    }

    @Test
    void a_short_suite_becomes_records_that_remember_their_lines() {
        Suite suite = files.suite(SuiteFiles.ORDERS);

        assertThat(suite.name()).isEqualTo("Orders API");
        assertThat(suite.target()).isEqualTo("http://localhost:8080");
        assertThat(suite.credentials().get(0).scheme().name()).isEqualTo("bearer");
        assertThat(suite.operations()).extracting(Operation::name).containsExactly("GET /orders", "POST /orders");
        assertThat(suite.operations().get(0).at()).hasToString("orders.auth.yaml:7:5");
        assertThat(suite.operations().get(1).body()).isEqualTo(RequestBody.json("{\"item\":\"book\",\"quantity\":1}"));
        assertThat(suite.operations().get(1).scopes()).containsExactly("orders:write");
        assertThat(suite.scenarios()).extracting(Scenario::condition).containsExactly("no-token", "expired-token");
    }

    @Test
    void a_source_holds_what_the_references_lead_to_and_tells_it_nobody() {
        NamedSettings source =
                files.suite(SuiteFiles.ORDERS).credentials().get(0).sources().get(0);

        assertThat(source.get("key").value().reveal()).isEqualTo("key-from-the-environment");
        assertThat(source.toString()).doesNotContain("key-from-the-environment");
    }

    @Test
    void a_file_reference_is_read_relative_to_the_suite() throws IOException {
        Files.writeString(folder.resolve("orders.key"), "from a file\n");

        Suite suite = files.suite(SuiteFiles.ORDERS.replace("${KEY}", "${file:orders.key}"));

        assertThat(suite.credentials()
                        .get(0)
                        .sources()
                        .get(0)
                        .get("key")
                        .value()
                        .reveal())
                .isEqualTo("from a file");
    }

    @Test
    void what_a_variable_holds_is_never_read_again() {
        Variables hostile = Variables.of(name -> "${file:orders.auth.yaml}\nscenarios: []");
        Path file = folder.resolve("orders.auth.yaml");
        files.suite(SuiteFiles.ORDERS);

        Reading reading = SuiteFiles.READER.read(file, folder, hostile);

        // The target is no URL any more, and that is all that happens.
        assertThat(((Reading.Unreadable) reading).problems())
                .extracting(Problem::message)
                .containsExactly("'target' is not a URL");
    }

    @Test
    void a_file_nested_without_end_is_a_problem_and_no_crash() {
        Reading reading = files.read("suite: " + "[".repeat(50_000));

        assertThat(((Reading.Unreadable) reading).problems())
                .extracting(Problem::message)
                .containsExactly("the file is nested too deeply");
    }

    @Test
    void a_port_that_does_not_exist_is_found_while_reading() {
        Reading reading = files.read(SuiteFiles.ORDERS.replace("8080", "99999"));

        assertThat(((Reading.Unreadable) reading).problems())
                .extracting(Problem::message)
                .containsExactly("'target' names a port that does not exist");
    }

    @Test
    void a_promised_variable_leaves_the_suite_incomplete() {
        Reading reading = files.read(SuiteFiles.ORDERS.replace("${KEY}", "${PROMISED}"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.complete()).isFalse());
        assertThat(files.read(SuiteFiles.ORDERS))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.complete()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROPFIND",
                "QUERY",
                "PURGE: {mutates: true}",
                "M-SEARCH: {mutates: false}",
                "MKCOL: {mutates: true}"
            })
    void an_operation_may_have_any_method(String method) {
        String[] parts = method.split(": ", 2);
        String keys = parts.length < 2 ? "" : ": " + parts[1];

        Suite suite = files.suite(
                SuiteFiles.ORDERS.replace("GET /orders:  {scope: orders:read}", parts[0] + " /orders" + keys));

        assertThat(suite.operations().get(0).method()).isEqualTo(parts[0]);
    }

    @Test
    void values_keep_the_text_their_author_wrote() {
        Suite suite = files.suite(SuiteFiles.ORDERS
                .replace("Orders API", "NO")
                .replace("{item: book, quantity: 1}", "{a: NO, b: 0123, c: 1.10, d: null, e: true, f: [1]}"));

        assertThat(suite.name()).isEqualTo("NO");
        assertThat(suite.operations().get(1).body())
                .isEqualTo(
                        RequestBody.json("{\"a\":\"NO\",\"b\":\"0123\",\"c\":1.10,\"d\":null,\"e\":true,\"f\":[1]}"));
    }

    @Test
    void a_subject_has_sources_of_its_own_and_behind_them_captured_tokens_of_the_suite() {
        Suite suite = files.suite("""
                suite: Orders API
                credentials:
                  api-key: {header: X-Key, token: {good: "${KEY}", revoked: "${KEY}-1"}}
                subjects:
                  alice: {api-key: {login: {url: https://login.example}}}
                  bob: {api-key: {token: {good: "${KEY}-2"}}}
                denied: {status: 404}
                operations:
                  - GET /orders: {allows: [bob]}
                scenarios: [no-token]
                """);

        List<Subject> subjects = suite.subjects().all();
        assertThat(subjects).extracting(Subject::name).containsExactly("alice", "bob");
        assertThat(sources(subjects.get(0))).extracting(NamedSettings::name).containsExactly("login", "token");
        assertThat(sources(subjects.get(1))).singleElement().satisfies(token -> {
            assertThat(token.text("good")).isEqualTo("key-from-the-environment-2");
            assertThat(token.text("revoked")).isEqualTo("key-from-the-environment-1");
        });
        assertThat(suite.subjects().firstAllowed(suite.operations().get(0))).isEqualTo(subjects.get(1));
        assertThat(suite.subjects().denied().promise().statuses())
                .isNotNull()
                .extracting(Declared::value)
                .isEqualTo(Statuses.refused(List.of(404)));
    }

    private static List<NamedSettings> sources(Subject subject) {
        return subject.credentials().get(0).sources();
    }

    @Test
    void a_scenario_may_say_what_it_expects() {
        Suite suite = files.suite(SuiteFiles.ORDERS.replace(
                "[no-token, expired-token]", "[no-token: {status: [400, 401], error: none}, expired-token]"));
        Expectation byDefault = new Expectation(Statuses.refused(List.of(401)), List.of("invalid_token"));

        assertThat(suite.scenarios().get(0).promise().expectation(byDefault))
                .isEqualTo(new Expectation(Statuses.refused(List.of(400, 401)), List.of(Expectation.NO_ERROR)));
        assertThat(suite.scenarios().get(1).promise().expectation(byDefault)).isEqualTo(byDefault);
    }

    @Test
    void a_scenario_may_expect_that_the_credential_gets_through() {
        Suite suite = files.suite(
                scenarios("[no-token: {status: 2xx}, alg-none: {status: [2xx, 401], error: [none, invalid_token]}]"));

        assertThat(suite.scenarios())
                .extracting(scenario -> Declared.valueOf(scenario.promise().statuses()))
                .containsExactly(new Statuses(true, List.of()), new Statuses(true, List.of(401)));
        assertThat(Declared.valueOf(suite.scenarios().get(1).promise().errors()))
                .containsExactly(Expectation.NO_ERROR, "invalid_token");
    }

    @Test
    void a_group_stands_for_its_conditions_at_its_own_place() {
        Suite suite = files.suite(scenarios("""

              - no-token
              - jwt: core
              - wrong-audience
            """));

        assertThat(suite.scenarios())
                .extracting(Scenario::condition)
                .containsExactly("no-token", "expired-token", "alg-none", "wrong-audience");
        assertThat(suite.scenarios())
                .extracting(scenario -> scenario.at().line())
                .containsExactly(10, 11, 11, 12);
    }

    @Test
    void of_a_group_an_author_may_take_all_or_all_but_some_or_those_that_are_listed() {
        assertThat(conditions("[jwt: all]"))
                .containsExactly("expired-token", "alg-none", "kid-unknown", "exp-milliseconds");
        assertThat(conditions("[jwt: {take: all, without: exp-milliseconds}]"))
                .containsExactly("expired-token", "alg-none", "kid-unknown");
        assertThat(conditions("[jwt: {take: core, without: [expired-token, exp-milliseconds]}]"))
                .containsExactly("alg-none");
        assertThat(conditions("[jwt: {take: core}]")).containsExactly("expired-token", "alg-none");
        assertThat(conditions("[jwt: everything]"))
                .containsExactly("expired-token", "alg-none", "kid-unknown", "deep-json", "exp-milliseconds");
        assertThat(conditions("[jwt: {take: everything, without: [deep-json, alg-none]}]"))
                .containsExactly("expired-token", "kid-unknown", "exp-milliseconds");
        // A condition that no 'all' takes, since it is not safe everywhere, can still be named.
        assertThat(conditions("[jwt: [deep-json, alg-none]]")).containsExactly("deep-json", "alg-none");
    }

    @Test
    void listed_conditions_have_the_place_of_their_own_name() {
        Suite suite = files.suite(scenarios("[jwt: [deep-json, alg-none]]"));

        assertThat(suite.scenarios())
                .extracting(scenario -> scenario.at().column())
                .containsExactly(19, 30);
    }

    @Test
    void what_is_said_of_one_condition_goes_before_the_groups_that_name_it_too() {
        Suite suite = files.suite(scenarios("""

              - alg-none: {status: 400}
              - jwt: core
              - opaque: all
              - expired-token: {error: none}
            """));

        assertThat(suite.scenarios())
                .extracting(Scenario::condition)
                .containsExactly("alg-none", "expired-token", "unknown-token");
        assertThat(Declared.valueOf(suite.scenarios().get(0).promise().statuses()))
                .isEqualTo(Statuses.refused(List.of(400)));
        assertThat(Declared.valueOf(suite.scenarios().get(1).promise().errors()))
                .containsExactly(Expectation.NO_ERROR);
        assertThat(suite.scenarios().get(1).at()).hasToString("orders.auth.yaml:13:5");
    }

    @Test
    void a_control_is_sent_unless_the_author_turns_it_off_or_names_another_status() {
        Suite suite = files.suite(SuiteFiles.ORDERS
                .replace("scope: orders:read", "control: off")
                .replace("mutates: true", "mutates: true, control: 422"));

        assertThat(suite.operations())
                .extracting(Operation::control)
                .containsExactly(Control.OFF, new Control(true, 422));
        assertThat(files.suite(SuiteFiles.ORDERS).operations())
                .extracting(Operation::control)
                .containsOnly(Control.ON);
    }

    @Test
    void a_suite_may_say_how_far_the_clock_of_its_api_may_be_off() {
        assertThat(files.suite(SuiteFiles.ORDERS).leeway()).isEqualTo(Suite.DEFAULT_LEEWAY);
        assertThat(files.suite(SuiteFiles.ORDERS + "leeway: 0\n").leeway()).isZero();
        assertThat(files.suite(SuiteFiles.ORDERS + "leeway: 3600\n").leeway()).hasHours(1);
    }

    private static final String SEVERAL = """
            suite: Orders API
            credentials:
              token:
                scheme: bearer
                mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${KEY}"}
              gateway-key: {scheme: api-key, header: X-Key, token: {good: "${KEY}"}}
            requires: [[token, gateway-key]]
            operations:
              - GET /orders
              - GET /either: {requires: [token, gateway-key]}
              - GET /token: {requires: token}
              - GET /optional: {requires: [none, [token, gateway-key]]}
              - GET /health: {requires: none}
            scenarios: [no-token]
            """;

    @Test
    void credentials_have_names_of_their_own_and_keep_their_order() {
        assertThat(files.suite(SEVERAL).credentials())
                .extracting(CredentialDeclaration::name, it -> it.scheme().name())
                .containsExactly(tuple("token", "bearer"), tuple("gateway-key", "api-key"));
        assertThat(files.suite(SuiteFiles.ORDERS).credentials())
                .extracting(CredentialDeclaration::name)
                .containsExactly("bearer");
    }

    @Test
    void an_operation_requires_what_it_says_or_what_the_suite_does() {
        assertThat(files.suite(SEVERAL).operations())
                .extracting(it -> it.requires().alternatives().stream()
                        .map(Requirement.Alternative::credentials)
                        .toList())
                .containsExactly(
                        List.of(List.of("token", "gateway-key")),
                        List.of(List.of("token"), List.of("gateway-key")),
                        List.of(List.of("token")),
                        List.of(List.of(), List.of("token", "gateway-key")),
                        List.of(List.of()));
        assertThat(files.suite(SuiteFiles.ORDERS).operations())
                .extracting(Operation::requires)
                .containsOnly(Requirement.of("bearer"));
    }

    @Test
    void keys_of_a_scheme_stand_beside_its_token_sources_which_keep_their_order() {
        CredentialDeclaration credential = files.suite(credentials(
                        "api-key: {login: {url: https://login.example}, header: X-API-Key, token: {good: \"${KEY}\"}}"))
                .credentials()
                .get(0);

        assertThat(credential.scheme().text("header")).isEqualTo("X-API-Key");
        assertThat(credential.scheme().settings()).containsOnlyKeys("header");
        assertThat(credential.sources()).extracting(NamedSettings::name).containsExactly("login", "token");
        assertThat(credential.sources().get(1).text("good")).isEqualTo("key-from-the-environment");
    }

    @Test
    void a_command_gives_what_it_prints_also_as_part_of_a_value() {
        Suite suite = files.suite(SuiteFiles.ORDERS
                .replace("\"${KEY}\"", "\"${command:print a key: b}\"")
                .replace("https://issuer.example", "\"https://${command:print issuer}.example/${KEY}\""));
        NamedSettings source = suite.credentials().get(0).sources().get(0);

        assertThat(source.text("key")).isEqualTo("a key: b");
        assertThat(source.text("issuer")).isEqualTo("https://issuer.example/key-from-the-environment");
        assertThat(source.get("audience").again()).isNull();
    }

    @Test
    void braces_that_balance_may_stand_in_a_command_and_in_a_default() {
        Suite suite = files.suite(SuiteFiles.ORDERS
                .replace("\"${KEY}\"", "'${command:print ''{\"user\":{\"name\":\"u\"}}'' {}} {${KEY}}'")
                .replace("https://issuer.example", "\"${UNSET:-{a{b}}}/{c}\""));
        NamedSettings source = suite.credentials().get(0).sources().get(0);

        assertThat(source.text("key")).isEqualTo("'{\"user\":{\"name\":\"u\"}}' {} {key-from-the-environment}");
        assertThat(source.text("issuer")).isEqualTo("{a{b}}/{c}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${command:print '}'}",
                "${command:print a}b}",
                "${command:print '}' '{'}",
                "${command:print \\} {}",
                "${unclosed ${command:print a}",
                "${command:print a} ${command:print {}",
                "${command:print ${KEY}}",
            })
    void no_half_command_is_run(String value) {
        AtomicInteger runs = new AtomicInteger();
        String suite = SuiteFiles.ORDERS.replace("https://issuer.example", "'" + value.replace("'", "''") + "'");

        Reading reading = read(suite, command -> "ran" + runs.incrementAndGet());

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.problems()).hasSize(1));
        assertThat(runs).hasValue(0);
    }

    @Test
    void a_command_runs_once_and_only_again_when_it_is_asked_for_a_newer_value() {
        AtomicInteger runs = new AtomicInteger();
        String twice = SuiteFiles.ORDERS
                .replace("https://issuer.example", "\"${command:login}\"")
                .replace("\"${KEY}\"", "\"${KEY} ${command:login}\"");

        NamedSettings source = source(twice, command -> command + runs.incrementAndGet());

        assertThat(source.text("issuer")).isEqualTo("login1");
        assertThat(source.text("key")).isEqualTo("key-from-the-environment login1");
        assertThat(again(source)).isEqualTo(new Secret("key-from-the-environment login2"));
        assertThat(again(source)).isEqualTo(new Secret("key-from-the-environment login3"));
        assertThat(source.text("key")).isEqualTo("key-from-the-environment login1");
    }

    @Test
    void what_a_form_of_an_endpoint_refers_to_is_asked_for_anew() throws Template.NotGiven {
        AtomicInteger runs = new AtomicInteger();
        files.read(SuiteFiles.ENDPOINTS);
        Variables variables = new Variables(
                Map.of("KEY", "key", "TOKEN", "first")::get,
                Set.of(),
                command -> "a b&" + runs.incrementAndGet(),
                Map.of("TOKEN", () -> "of-target-" + runs.get()));
        Reading reading = SuiteFiles.READER.read(folder.resolve("orders.auth.yaml"), folder, variables);
        RequestBody read = Objects.requireNonNull(
                ((Reading.Understood) reading).suite().operations().get(0).body());

        RequestBody first = read.renewed();
        RequestBody second = first.renewed();

        assertThat(sent(first)).isEqualTo("code=a+b%262&verifier=key&token=of-target-2");
        assertThat(sent(second)).isEqualTo("code=a+b%263&verifier=key&token=of-target-3");
        assertThat(second.secrets()).containsExactly(new Secret("a b&3"), new Secret("key"), new Secret("of-target-3"));
        assertThat(second.text()).hasToString("code=${command:sign-in}&verifier=${KEY}&token=${TOKEN}");
    }

    @Test
    void what_is_not_given_any_more_is_told_and_not_shown() {
        AtomicInteger runs = new AtomicInteger();
        Reading reading = read(SuiteFiles.ENDPOINTS.replace("${TOKEN}", "${KEY}"), command -> {
            if (runs.incrementAndGet() > 1) {
                throw new Variables.Commands.Failed("the session is over");
            }
            return "first";
        });
        RequestBody read = Objects.requireNonNull(
                ((Reading.Understood) reading).suite().operations().get(0).body());

        assertThatThrownBy(read::renewed)
                .isInstanceOf(Template.NotGiven.class)
                .hasMessage("'${command:sign-in}' gave nothing this time");
    }

    private static String sent(RequestBody body) {
        return body.text().fill(Template.Fresh::name).sent().reveal();
    }

    @Test
    void a_command_that_fails_when_it_is_asked_again_gives_nothing() {
        AtomicInteger runs = new AtomicInteger();

        NamedSettings source = source(SuiteFiles.ORDERS.replace("${KEY}", "${command:login}"), command -> {
            if (runs.incrementAndGet() > 1) {
                throw new Variables.Commands.Failed("the session is over");
            }
            return "first";
        });

        assertThat(source.text("key")).isEqualTo("first");
        assertThat(again(source)).isNull();
    }

    @Test
    void a_command_that_may_not_run_yet_leaves_the_suite_incomplete() {
        assertThat(read(SuiteFiles.ORDERS.replace("${KEY}", "${command:login}"), null))
                .isInstanceOfSatisfying(Reading.Understood.class, understood -> {
                    assertThat(understood.complete()).isFalse();
                    assertThat(understood
                                    .suite()
                                    .credentials()
                                    .get(0)
                                    .sources()
                                    .get(0)
                                    .text("key"))
                            .isNull();
                });
    }

    @Test
    void a_variable_may_be_called_command() {
        Suite suite = files.suite(SuiteFiles.ORDERS.replace("https://issuer.example", "\"${command:-none}\""));

        assertThat(suite.credentials().get(0).sources().get(0).text("issuer")).isEqualTo("none");
    }

    private static String scenarios(String list) {
        return SuiteFiles.ORDERS.replace("[no-token, expired-token]", list);
    }

    private List<String> conditions(String list) {
        return files.suite(scenarios(list)).scenarios().stream()
                .map(Scenario::condition)
                .toList();
    }

    private static String credentials(String scheme) {
        return SuiteFiles.ORDERS.replaceFirst(
                "(?s)  bearer:.*?\n(?=operations)", Matcher.quoteReplacement("  " + scheme + "\n"));
    }

    private Reading read(String yaml, Variables.@Nullable Commands commands) {
        files.read(yaml);
        Variables variables = new Variables(SuiteFiles.VARIABLES.lookup(), Set.of(), commands);
        return SuiteFiles.READER.read(folder.resolve("orders.auth.yaml"), folder, variables);
    }

    private NamedSettings source(String yaml, Variables.Commands commands) {
        Reading reading = read(yaml, commands);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading)
                .suite()
                .credentials()
                .get(0)
                .sources()
                .get(0);
    }

    private static @Nullable Secret again(NamedSettings source) {
        return Objects.requireNonNull(source.get("key").again()).get();
    }

    @Test
    void a_schema_asserts_formats_and_newer_keywords() throws IOException, BodySchema.Undecided {
        Files.writeString(folder.resolve("problem.schema.json"), """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "properties": {"type": {"format": "uri"}, "status": {"const": 403}},
                 "dependentRequired": {"type": ["title"]}}
                """);
        Suite suite = files.suite(SuiteFiles.ORDERS + "refusals: {body: {schema: problem.schema.json}}\n");
        BodySchema schema = Declared.valueOf(suite.refusals().promise().schema());

        assertThat(schema).isNotNull();
        assertThat(schema.violations("{\"status\":403,\"type\":\"urn:x\",\"title\":\"x\"}"))
                .isEmpty();
        assertThat(schema.violations("{\"status\":401,\"type\":\"not a uri\"}")).hasSize(3);
    }

    @Test
    void a_suite_that_says_nothing_of_rules_has_the_base_profile() {
        assertThat(files.suite(SuiteFiles.ORDERS).rules()).isEqualTo(RuleChoices.UNDECLARED);
    }

    @Test
    void bodies_of_answers_that_let_in_are_kept_for_a_reason_only() {
        assertThat(files.suite(SuiteFiles.ORDERS).keepBodies()).isNull();
        assertThat(files.suite("keep-bodies: all data is made up\n" + SuiteFiles.ORDERS)
                        .keepBodies())
                .isEqualTo("all data is made up");
    }

    @Test
    void a_profile_brings_those_along_that_it_extends() {
        Suite suite = files.suite("profiles: [distinct, rfc6750]\n" + SuiteFiles.ORDERS);

        assertThat(suite.rules().profiles()).containsExactly("rfc6750", "oauth21", "distinct");
    }

    @Test
    void the_word_of_a_suite_goes_before_that_of_its_profiles() throws IOException {
        Files.writeString(folder.resolve("house.profile.yaml"), """
                profile: house
                summary: What all our APIs do.
                extends: oauth21
                rules:
                  no-store: {level: MUST, because: our proxy keeps what it may}
                  nosniff: {level: MUST, because: our gateway sends it}
                expectations:
                  - no-token: {status: 403, error: none}
                  - expired-token: {status: 400, error: none}
                """);

        Suite suite = files.suite(SuiteFiles.ORDERS.replace("scenarios: [no-token, expired-token]", """
                profiles: house.profile.yaml
                rules:
                  nosniff: {level: advice, because: this one has no gateway}
                scenarios: [no-token, expired-token: {status: 401}, wrong-audience]
                """));

        assertThat(suite.rules().profiles()).containsExactly("rfc6750", "oauth21", "house");
        assertThat(suite.rules().byRule().values())
                .extracting(RuleChoice::rule, RuleChoice::level, RuleChoice::because, RuleChoice::by)
                .containsExactlyInAnyOrder(
                        tuple("no-store", "MUST", "our proxy keeps what it may", "house"),
                        tuple("nosniff", "advice", "this one has no gateway", RuleChoice.THE_SUITE));
        assertThat(suite.scenarios())
                .extracting(Scenario::condition, SuiteReaderTest::statuses, SuiteReaderTest::errors)
                .containsExactly(
                        tuple("no-token", "403 by house", "[none] by house"),
                        tuple("expired-token", "401 by null", "[none] by house"),
                        tuple("wrong-audience", "undeclared", "undeclared"));
    }

    private static String statuses(Scenario scenario) {
        return words(nearest(scenario).statuses());
    }

    private static String errors(Scenario scenario) {
        return words(nearest(scenario).errors());
    }

    private static Promise nearest(Scenario scenario) {
        return Promise.of(Stream.of(scenario.promise(), scenario.group(), scenario.profile()));
    }

    private static String words(@Nullable Declared<?> declared) {
        return declared == null ? "undeclared" : declared.value() + " by " + declared.profile();
    }
}
