package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.HostileRun;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.SuiteOrigin;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GitLabFormatTest {

    @Test
    void each_finding_is_an_issue_with_all_that_gitlab_asks_for() {
        JsonNode issues = issues(RecordedRun.document());

        assertThat(issues.get(0).propertyNames())
                .containsExactly("description", "check_name", "fingerprint", "severity", "location");
        assertThat(issues.get(0).at("/description").asString())
                .isEqualTo("Orders API › GET /orders › expired-token: The error code says what is wrong with the token;"
                        + " actual: Bearer realm=\"orders\"");
        assertThat(issues.get(0).at("/location/path").asString())
                .isEqualTo("orders/src/test/resources/com/example/orders.auth.yaml");
        assertThat(issues.get(0).at("/location/lines/begin").asInt()).isPositive();
        assertThat(issues.values())
                .extracting(it -> it.at("/severity").asString())
                .startsWith("critical")
                .endsWith("minor")
                .containsOnly("critical", "minor");
    }

    @Test
    void a_run_without_findings_is_an_empty_list() {
        assertThat(Written.by(new GitLabFormat(), RecordedRun.document(List.of(), List.of())))
                .isEqualTo("[]\n");
    }

    /** GitLab shows one of those that have the same. */
    @Test
    void the_same_suite_run_by_two_classes_has_other_fingerprints() {
        RunDocument once = RecordedRun.document();
        List<RecordedCase> twice = Stream.of("First", "Second")
                .flatMap(type -> once.cases().stream()
                        .map(it -> new RecordedCase(
                                new SuiteOrigin(type, "/home/me", type), it.outcome(), it.exchanges())))
                .toList();
        RunDocument document = RecordedRun.document(once.run(), twice, List.of());

        assertThat(issues(document).values())
                .extracting(it -> it.at("/fingerprint").asString())
                .hasSizeGreaterThan(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void hostile_texts_are_text() {
        JsonNode issues = issues(HostileRun.document());

        assertThat(issues.values())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.at("/description").asString())
                        .doesNotContain("\u001b", "\u202E", "\u2028", "\u0000", "\n"));
    }

    private static JsonNode issues(RunDocument document) {
        return new JsonMapper().readTree(Written.by(new GitLabFormat(), document));
    }
}
