package dev.naysayer.engine.rule.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.rule.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule over several answers proves that it passes, that it bites, and that it keeps out of what is not its own. */
class ComparisonFixturesTest {

    static final List<Comparison> COMPARISONS = Comparisons.ALL;

    static Stream<ComparisonFixture> fixtures() throws IOException {
        return ComparisonFixture.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void a_comparison_says_of_answers_just_what_its_file_says(ComparisonFixture fixture) throws IOException {
        Verdict verdict = fixture.comparison().judge(fixture.answers());

        assertThat(told(verdict)).isEqualTo(fixture.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void a_suite_whose_answers_are_judged_has_a_test_for_it(ComparisonFixture fixture) {
        if (!fixture.side().equals("not-applicable")) {
            assertThat(Comparisons.of(fixture.planned())).contains(fixture.comparison());
        }
    }

    @ParameterizedTest
    @FieldSource("COMPARISONS")
    void every_comparison_passes_and_bites_and_keeps_out(Comparison comparison) throws IOException {
        Set<String> shown = fixtures()
                .filter(fixture -> fixture.comparison().equals(comparison))
                .map(ComparisonFixture::side)
                .collect(Collectors.toSet());

        assertThat(shown).containsExactlyInAnyOrder("passes", "violates", "not-applicable");
    }

    private static String told(Verdict verdict) {
        if (verdict instanceof Verdict.Violated violated) {
            String level = violated.clause() == null ? "" : "level     %s\n".formatted(violated.clause());
            return "%sexpected  %s\nactual    %s".formatted(level, violated.expected(), violated.actual());
        }
        return verdict instanceof Verdict.NotApplicable none ? "not-applicable: " + none.reason() : "passed";
    }
}
