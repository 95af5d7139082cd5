package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One suite in several places. */
class EnvironmentsTest {

    private static final String ORDERS = SuiteFiles.ORDERS + """
            environments:
              local: {}
              production:
              staging:
                target: https://orders.staging.example
                hosts: [login.staging.example]
                allow-plain-http: a network of its own
                leeway: 5
                credentials:
                  bearer:
                    mint: {issuer: https://login.staging.example, key: "${STAGING_KEY}"}
            """;

    private static final Variables WITH_STAGING =
            Variables.of(Map.of("KEY", "the key", "STAGING_KEY", "the key of staging")::get);

    @TempDir
    private Path folder;

    @Test
    void where_none_is_chosen_the_suite_is_as_it_stands_and_lacks_nothing_of_theirs() {
        Reading.Understood understood = understood(ORDERS, null, SuiteFiles.VARIABLES);

        assertThat(understood.complete()).isTrue();
        assertThat(understood.environments()).containsExactly("local", "production", "staging");
        assertThat(understood.targetChosen()).isFalse();
        assertThat(understood.suite())
                .usingRecursiveComparison()
                .isEqualTo(new SuiteFiles(folder).suite(SuiteFiles.ORDERS));
    }

    @Test
    void the_chosen_one_changes_where_and_with_what_is_tested() {
        Reading.Understood understood = understood(ORDERS, "staging", WITH_STAGING);

        assertThat(understood.targetChosen()).isTrue();
        Suite suite = understood.suite();
        assertThat(suite.at()).hasToString("orders.auth.yaml:1:1");
        assertThat(suite.target()).isEqualTo("https://orders.staging.example");
        assertThat(suite.destinations().hosts()).containsExactly("login.staging.example");
        assertThat(suite.destinations().plainHttp()).isEqualTo("a network of its own");
        assertThat(suite.leeway()).isEqualTo(Duration.ofSeconds(5));
        NamedSettings mint = suite.credentials().get(0).sources().get(0);
        assertThat(mint.text("issuer")).isEqualTo("https://login.staging.example");
        assertThat(mint.text("audience")).isEqualTo("https://orders.example");
        assertThat(mint.text("key")).isEqualTo("the key of staging");
        assertThat(suite.operations()).hasSize(2);
    }

    @Test
    void objects_have_other_values_elsewhere_and_the_operations_that_lead_to_them_too() {
        String shop = SuiteFiles.ORDERS.replace("GET /orders:", "GET /orders/{order}:") + """
            subjects:
              alice: {bearer: {mint: {subject: alice}}}
              bob: {bearer: {mint: {subject: bob}}}
            objects: {order: {alice: 1001, bob: 2001, absent: 9999}}
            allows: [bob, owner]
            environments: {staging: {objects: {order: {bob: 7}}}}
            """;

        Operation operation = understood(shop, "staging", SuiteFiles.VARIABLES)
                .suite()
                .operations()
                .get(0);

        assertThat(operation.pathParameters()).isEqualTo(Map.of("order", "7"));
        assertThat(operation.objects().owner()).isEqualTo("bob");
        assertThat(operation.objects().owners()).containsExactly("alice", "bob");
        assertThat(operation.absent()).isEqualTo(Map.of("order", "9999"));
    }

    @Test
    void one_that_changes_nothing_is_chosen_as_well() {
        assertThat(understood(ORDERS, "local", SuiteFiles.VARIABLES).suite())
                .usingRecursiveComparison()
                .isEqualTo(new SuiteFiles(folder).suite(SuiteFiles.ORDERS));
    }

    @Test
    void what_only_the_chosen_one_lacks_is_a_problem() {
        assertThat(problems(ORDERS, "staging"))
                .containsExactly("orders.auth.yaml:20:60: the variable 'STAGING_KEY' is not set");
    }

    @Test
    void a_name_that_a_suite_does_not_have_is_a_problem_with_the_nearest() {
        Reading.Unreadable unreadable = (Reading.Unreadable) read(ORDERS, "stagign", SuiteFiles.VARIABLES);

        assertThat(unreadable.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("unknown environment 'stagign'");
            assertThat(problem.nextStep()).isEqualTo("did you mean 'staging'?");
            assertThat(problem.at().line()).isEqualTo(11);
        });
    }

    /** It would be tested where nobody meant it to be. */
    @Test
    void a_suite_without_environments_is_not_run_in_one() {
        Reading.Unreadable unreadable = (Reading.Unreadable) read(SuiteFiles.ORDERS, "staging", SuiteFiles.VARIABLES);

        assertThat(unreadable.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message())
                    .isEqualTo("naysayer.env chooses 'staging', and the suite has no environments");
            assertThat(problem.nextStep())
                    .isEqualTo(
                            "say what is different there: 'environments: {staging: {target: https://…}}', or '{staging: {}}' where nothing is");
        });
    }

    @Test
    void an_environment_of_the_suite_goes_before_that_of_a_part_and_both_before_the_suite() throws IOException {
        Files.writeString(folder.resolve("common.part.yaml"), """
            target: https://part.example
            leeway: 1
            environments:
              staging: {target: https://part.staging.example, leeway: 2}
              lab: {target: https://part.lab.example}
            """);
        String orders = SuiteFiles.ORDERS + """
            use: common.part.yaml
            leeway: 3
            environments:
              staging: {leeway: 4}
            """;

        Suite staging = understood(orders, "staging", SuiteFiles.VARIABLES).suite();
        Suite lab = understood(orders, "lab", SuiteFiles.VARIABLES).suite();

        assertThat(staging.target()).isEqualTo("https://part.staging.example");
        assertThat(staging.leeway()).isEqualTo(Duration.ofSeconds(4));
        assertThat(lab.target()).isEqualTo("https://part.lab.example");
        assertThat(lab.leeway()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void what_only_environments_have_need_not_stand_in_the_suite() {
        String bearer =
                "  bearer:\n    mint: {issuer: https://issuer.example, audience: https://orders.example, key: \"${KEY}\"}\n";
        String orders = SuiteFiles.ORDERS.replace("credentials:\n" + bearer, "")
                + "environments:\n  staging:\n    credentials:\n" + bearer.indent(4);

        assertThat(understood(orders, "staging", SuiteFiles.VARIABLES)
                        .suite()
                        .credentials()
                        .get(0)
                        .sources())
                .hasSize(1);
        assertThat(read(orders, null, SuiteFiles.VARIABLES))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        it -> assertThat(it.problems())
                                .singleElement()
                                .extracting(Problem::nextStep)
                                .isEqualTo("choose an environment that has it: naysayer.env=staging"));
    }

    @Test
    void a_suite_that_is_not_complete_yet_is_planned_in_an_environment_too() {
        Variables promised = new Variables(Map.of("KEY", "the key")::get, Set.of("STAGING_KEY"), null);

        assertThat(understood(ORDERS, "staging", promised).complete()).isFalse();
    }

    @Test
    void no_command_runs_for_an_environment_that_nobody_chose() {
        Variables variables = new Variables(Map.of("KEY", "the key")::get, Set.of(), command -> {
            throw new AssertionError(command);
        });

        Reading reading = read(ORDERS.replace("${STAGING_KEY}", "${command:print it}"), null, variables);

        assertThat(reading).isInstanceOf(Reading.Understood.class);
    }

    /** Schemas, profiles and files of waivers would be looked at once for each. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"staging", "local"})
    void what_is_the_same_everywhere_is_read_once(@Nullable String environment) {
        Map<String, String> values = Map.of("KEY", "a", "STAGING_KEY", "b", "TYPE", "application/problem+json");
        List<String> asked = new ArrayList<>();
        Variables variables = Variables.of(name -> {
            asked.add(name);
            return values.get(name);
        });
        String orders = ORDERS + "refusals: {body: {media-type: \"${TYPE}\"}}\n";

        understood(orders, environment, variables);

        assertThat(asked.stream().filter("STAGING_KEY"::equals)).isNotEmpty();
        assertThat(asked.stream().filter("TYPE"::equals)).hasSize(1);
    }

    @Test
    void what_is_the_same_everywhere_is_told_also_where_the_chosen_one_is_unknown() {
        assertThat(problems(ORDERS + "probes: [agian]\n", "stagign"))
                .extracting(it -> it.replaceFirst("\\S+ ", ""))
                .contains("unknown environment 'stagign'", "unknown probe 'agian'");
    }

    private List<String> problems(String yaml, String environment) {
        return ((Reading.Unreadable) read(yaml, environment, SuiteFiles.VARIABLES))
                .problems().stream().map(it -> it.at() + ": " + it.message()).toList();
    }

    private Reading.Understood understood(String yaml, @Nullable String environment, Variables variables) {
        Reading reading = read(yaml, environment, variables);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return (Reading.Understood) reading;
    }

    private Reading read(String yaml, @Nullable String environment, Variables variables) {
        try {
            Path file = Files.writeString(folder.resolve("orders.auth.yaml"), yaml);
            return SuiteFiles.READER.in(environment).read(file, folder, variables);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
