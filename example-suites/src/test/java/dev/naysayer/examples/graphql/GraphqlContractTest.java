package dev.naysayer.examples.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a GraphQL API: in one that is right nothing, in each flaw what {@code graphql-findings.txt} says. */
@Timeout(120)
public class GraphqlContractTest {

    public static final RecordedAnswers EXPECTED =
            RecordedAnswers.of(GraphqlContractTest.class, "graphql-findings.txt");

    @AuthContract(value = "graphql.auth.yaml", target = GraphqlTarget.class)
    static final class Current {}

    @AuthContract(value = "graphql-older.auth.yaml", target = GraphqlTarget.class)
    static final class Older {}

    @AuthContract(value = "graphql-pages.auth.yaml", target = GraphqlTarget.class)
    static final class Pages {}

    @ParameterizedTest
    @ValueSource(classes = {Current.class, Pages.class})
    void nothing_is_found_in_an_api_that_is_right(Class<?> suite) {
        SuiteLauncher.Run run = SuiteLauncher.run(suite, Map.of());

        assertThat(run.outcomes()).hasSizeGreaterThan(6).allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
        assertThat(Findings.of(run)).isEqualTo(Findings.NOTHING);
    }

    /** Which comparison had something to look at, and which had not. */
    @Test
    void only_what_browsers_add_by_themselves_is_sent_as_text() {
        assertThat(kinds(SuiteLauncher.run(Current.class, Map.of())))
                .containsEntry("graphql-mutation-not-by-get", OutcomeKind.CONFORMING)
                .containsEntry("graphql-refused-by-credential", OutcomeKind.CONFORMING)
                .doesNotContainKey("graphql-mutation-needs-preflight");
        assertThat(kinds(SuiteLauncher.run(Pages.class, Map.of())))
                .containsEntry("graphql-mutation-not-by-get", OutcomeKind.CONFORMING)
                .containsEntry("graphql-mutation-needs-preflight", OutcomeKind.CONFORMING);
    }

    @Test
    void other_forms_are_six_and_none_has_a_credential() {
        try (GraphqlApi api = GraphqlApi.start(GraphqlFlaw.NONE)) {
            SuiteLauncher.run(Current.class, Map.of("naysayer.target", api.url()));

            assertThat(api.all())
                    .filteredOn(it -> it.what().matches(".*(?:naysayer1|Naysayer|__schema|persistedQuery).*|\\[.*"))
                    .hasSize(5)
                    .noneMatch(GraphqlApi.Asked::withCredential);
            // The sixth is the document of the POST by GET.
            assertThat(api.all())
                    .filteredOn(it -> it.method().equals("GET") && it.what().contains("me {"))
                    .singleElement()
                    .matches(it -> !it.withCredential());
        }
    }

    private static Map<String, OutcomeKind> kinds(SuiteLauncher.Run run) {
        return run.comparisons().stream()
                .filter(it -> it.test().startsWith("graphql-"))
                .collect(Collectors.toMap(ComparisonOutcome::test, ComparisonOutcome::kind));
    }

    @Test
    void the_older_media_type_is_a_milder_column() {
        SuiteLauncher.Run run = SuiteLauncher.run(Older.class, Map.of());

        assertThat(run.outcomes()).noneMatch(it -> it.kind().isUnjudged());
        assertThat(run.outcomes())
                .filteredOn(it -> it.scenario().equals("expired-token"))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.findings())
                        .filteredOn(finding -> finding.violated())
                        .extracting(Finding::rule, Finding::level)
                        .containsExactly(tuple("no-error-in-success", "advice")));
        assertThat(Findings.of(run)).doesNotContain("violation", "warning");
    }

    @ParameterizedTest
    @EnumSource
    void each_flaw_is_found(GraphqlFlaw flaw) {
        try (GraphqlApi api = GraphqlApi.start(flaw)) {
            // What a page of another site can do concerns only a credential that browsers add by themselves.
            Class<?> suite = flaw == GraphqlFlaw.TEXT_TAKEN ? Pages.class : Current.class;
            SuiteLauncher.Run run = SuiteLauncher.run(suite, Map.of("naysayer.target", api.url()));

            EXPECTED.check(flaw.name(), Findings.of(run));
            assertThat(run.outcomes()).extracting(CaseOutcome::kind).doesNotContain(OutcomeKind.INCONCLUSIVE);
        }
    }

    @Test
    void every_flaw_but_none_is_expected() {
        EXPECTED.checkTitles(Arrays.stream(GraphqlFlaw.values()).map(Enum::name).toList());

        assertThat(GraphqlFlaw.values())
                .filteredOn(it -> EXPECTED.answer(it.name()).equals(Findings.NOTHING))
                .containsExactly(GraphqlFlaw.NONE);
    }

    @Test
    void the_suite_of_the_page_is_the_one_that_runs_here() throws IOException {
        String suite = Files.readString(Path.of("src/test/resources/dev/naysayer/examples/graphql/graphql.auth.yaml"));

        assertThat(suite.lines().count()).isLessThan(30);
        assertThat(Path.of("../docs/graphql.md")).content().contains(suite);
    }
}
