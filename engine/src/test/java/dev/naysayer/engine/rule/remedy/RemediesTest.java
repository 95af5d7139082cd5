package dev.naysayer.engine.rule.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Rules come and go, and whoever is told by one what to mend uses one framework or another. */
class RemediesTest {

    private static final Path GENERAL = Path.of("src/test/resources/dev/naysayer/engine/remedy/mended-in-general.txt");

    private static final Set<String> RULES = Stream.concat(
                    Rules.ALL.stream().map(Rule::info), Comparisons.ALL.stream().map(Comparison::info))
            .map(rule -> rule.id())
            .collect(Collectors.toSet());

    static final List<Remedy> ALL = Remedies.ALL;

    @Test
    void a_rule_has_one_remedy_or_is_mended_in_general_for_a_reason() throws IOException {
        List<String> named = Stream.concat(ALL.stream().flatMap(remedy -> remedy.rules().stream()), general().stream())
                .toList();

        assertThat(named)
                .as(
                        "Each rule stands once: in remedies.json among the 'rules' of the remedy that keeps it, or, where no framework has a"
                                + " say in it, in %s below the reason",
                        GENERAL)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(RULES);
    }

    @Test
    void each_remedy_has_a_name_of_its_own() {
        assertThat(ALL)
                .extracting(Remedy::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)+"));
        assertThat(ALL).extracting(Remedy::title).doesNotHaveDuplicates().noneMatch(title -> title.endsWith("."));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void a_remedy_is_asked_for_and_told_for_each_framework(Remedy remedy) {
        assertThat(remedy.rules()).isNotEmpty();
        assertThat(remedy.ways()).containsOnlyKeys(Framework.values());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void a_way_is_short_and_says_where_it_is_written(Remedy remedy) {
        assertThat(remedy.ways()).allSatisfy((framework, way) -> {
            assertThat(way.steps())
                    .hasSizeBetween(1, 3)
                    .allMatch(step -> step.matches("(?s)\\S.*\\.") && step.length() <= 330, "a sentence or two");
            assertThat(way.sources())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allMatch(source -> "https".equals(source.getScheme()) && source.getHost() != null);
        });
    }

    /** Near-identical texts are what the remedies are there to avoid. */
    @Test
    void nothing_is_told_twice() {
        assertThat(ALL.stream()
                        .flatMap(remedy -> remedy.ways().values().stream())
                        .flatMap(way -> way.steps().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_condition_has_the_remedy_of_the_most_specific_rule() {
        assertThat(Remedies.ofCondition("wrong-audience")).map(Remedy::id).hasValue("check-audience");
        // NO_CRASH_ON_GARBAGE names it, too.
        assertThat(Remedies.ofCondition("exp-string")).map(Remedy::id).hasValue("check-times");
        assertThat(Remedies.ofCondition("no-token")).isEmpty();
    }

    /** Ids are indented; what stands above them is the reason. */
    private static Set<String> general() throws IOException {
        return Files.readAllLines(GENERAL).stream()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
