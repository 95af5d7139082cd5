package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule proves, with answers in files, that it passes, that it bites, and that it keeps out of what is not its own. */
class RuleFixturesTest {

    private static final List<String> SIDES = List.of("passes", "violates", "not-applicable", "inconclusive");

    /** Rules that speak of every refusal, and why. */
    private static final Map<String, String> ALWAYS_APPLICABLE =
            Map.of("registered-status", "every refusal has a status");

    static Stream<RuleFixture> fixtures() throws IOException {
        return RuleFixture.all();
    }

    static Stream<String> ids() {
        return Rules.ALL.stream().map(rule -> rule.info().id());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void a_rule_says_of_an_answer_just_what_its_file_says(RuleFixture fixture) {
        Verdict verdict = rule(fixture.rule()).judge(fixture.contractCase(), fixture.evidence());

        // A finding may say how binding it is, where that is not the rule's own level.
        boolean level = fixture.expected().startsWith("level ");
        assertThat(told(verdict, level)).isEqualTo(fixture.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void every_rule_passes_and_bites_and_keeps_out(String id) throws IOException {
        Set<String> shown = fixtures()
                .filter(fixture -> fixture.rule().equals(id))
                .map(RuleFixture::side)
                .collect(Collectors.toSet());

        assertThat(shown).as("sides that %s has fixtures for", id).contains("passes", "violates");
        assertThat(shown.contains("not-applicable"))
                .as("%s is shown to be not applicable", id)
                .isNotEqualTo(ALWAYS_APPLICABLE.containsKey(id));
    }

    @Test
    void every_folder_belongs_to_a_rule() throws IOException {
        // The classes of the packages below stand beside the fixtures.
        Set<String> packages = Set.of("answer", "comparison", "profile");
        assertThat(entries(RuleFixture.FOLDER)
                        .filter(Files::isDirectory)
                        .filter(folder -> !packages.contains(nameOf(folder))))
                .extracting(RuleFixturesTest::nameOf)
                .containsExactlyInAnyOrderElementsOf(ids().toList());
    }

    @Test
    void every_folder_of_a_rule_is_one_of_the_sides() throws IOException {
        for (String id : ids().toList()) {
            assertThat(entries(RuleFixture.FOLDER.resolve(id)))
                    .extracting(RuleFixturesTest::nameOf)
                    .isSubsetOf(SIDES);
        }
    }

    @Test
    void every_finding_lies_beside_an_answer_that_violates() throws IOException {
        Set<Path> findings = fixtures()
                .filter(fixture -> fixture.side().equals("violates"))
                .map(fixture -> fixture.file().resolveSibling(fixture.name() + ".txt"))
                .collect(Collectors.toSet());

        try (Stream<Path> files = Files.walk(RuleFixture.FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt")))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(findings);
        }
    }

    @Test
    void rules_without_a_side_exist() {
        assertThat(ids()).containsAll(ALWAYS_APPLICABLE.keySet());
    }

    private static Rule rule(String id) {
        return Rules.ALL.stream()
                .filter(rule -> rule.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule is called " + id));
    }

    private static String told(Verdict verdict, boolean withLevel) {
        if (verdict instanceof Verdict.Violated violated) {
            String level = !withLevel || violated.clause() == null ? "" : "level     %s\n".formatted(violated.clause());
            return "%sexpected  %s\nactual    %s".formatted(level, violated.expected(), violated.actual());
        }
        if (verdict instanceof Verdict.NotApplicable notApplicable) {
            return "not-applicable: " + notApplicable.reason();
        }
        return verdict instanceof Verdict.Inconclusive inconclusive
                ? "inconclusive: " + inconclusive.reason()
                : "passed";
    }

    private static Stream<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }
}
