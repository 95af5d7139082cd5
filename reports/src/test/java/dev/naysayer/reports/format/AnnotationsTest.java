package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.HostileRun;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.model.ConformanceReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    @Test
    void each_broken_rule_is_told_once_the_worst_first() {
        List<String> lines = Annotations.of(ConformanceReport.of(RecordedRun.document()));

        assertThat(lines.get(0))
                .isEqualTo("::error file=orders/src/test/resources/com/example/orders.auth.yaml,line=9,"
                        + "title=bearer-error-matches::Orders API › GET /orders › expired-token and 1 other:"
                        + " expected error=\"invalid_token\"; actual: Bearer realm=\"orders\"");
        assertThat(lines).last().asString().startsWith("::warning file=");
        assertThat(lines).doesNotHaveDuplicates();
    }

    /** GitHub shows ten of a kind. */
    @Test
    void more_than_github_shows_are_not_told_and_no_text_is_a_command() {
        List<String> lines = Annotations.of(ConformanceReport.of(HostileRun.document()));

        assertThat(lines).hasSize(10).allSatisfy(line -> {
            assertThat(line).doesNotContain("\n", "\r", "\u001b", "\u202E");
            // Between the two marks of the command there is none that ends it, and no further property.
            assertThat(line).matches("::error file=[^:,]*,line=\\d+,title=[^:,]*::.*");
        });
    }
}
