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

    private static final String SOURCE = "src/test/resources/dev/naysayer/engine/rule/";
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
    void a_rule_says_of_an_answer_just_what_its_file_says(RuleFixture fixture) throws IOException {
        Verdict verdict = rule(fixture.rule()).judge(fixture.contractCase(), fixture.evidence());
        if (Boolean.getBoolean("tests.write-pages")
                && fixture.side().equals("violates")
                && verdict instanceof Verdict.Violated) {
            record(fixture, verdict);
        }

        assertThat(told(verdict, isLevelTold(fixture)))
                .as("%s; -Dtests.write-pages=true writes the finding of an answer that violates", fixture.file())
                .isEqualTo(fixture.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void every_rule_passes_and_bites_and_keeps_out(String id) throws IOException {
        Set<String> shown = fixtures()
                .filter(fixture -> fixture.rule().equals(id))
                .map(RuleFixture::side)
                .collect(Collectors.toSet());

        assertThat(shown)
                .as("answers of %s: each side needs an .http file below %s%s/", id, SOURCE, id)
                .contains("passes", "violates");
        assertThat(shown.contains("not-applicable"))
                .as("%s%s/not-applicable/ has an answer that the rule does not speak of", SOURCE, id)
                .isNotEqualTo(ALWAYS_APPLICABLE.containsKey(id));
    }

    @Test
    void every_folder_belongs_to_a_rule() throws IOException {
        // The classes of the packages below stand beside the fixtures.
        Set<String> packages = Set.of("answer", "comparison", "profile", "remedy");
        List<String> rules = ids().toList();
        assertThat(entries(RuleFixture.FOLDER)
                        .filter(Files::isDirectory)
                        .map(RuleFixturesTest::nameOf)
                        .filter(folder -> !packages.contains(folder) && !rules.contains(folder)))
                .as("folders in %s that are named after no rule; is its line in Rules missing?", SOURCE)
                .isEmpty();
    }

    @Test
    void every_folder_of_a_rule_is_one_of_the_sides() throws IOException {
        List<Path> folders = ids().map(RuleFixture.FOLDER::resolve)
                .filter(Files::isDirectory)
                .toList();
        for (Path folder : folders) {
            assertThat(entries(folder)).extracting(RuleFixturesTest::nameOf).isSubsetOf(SIDES);
        }
    }

    @Test
    void every_finding_lies_beside_an_answer_that_violates() throws IOException {
        Set<Path> findings = fixtures()
                .filter(fixture -> fixture.side().equals("violates"))
                .map(fixture -> fixture.file().resolveSibling(fixture.name() + ".txt"))
                .collect(Collectors.toSet());

        try (Stream<Path> files = Files.walk(RuleFixture.FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt")).filter(file -> !findings.contains(file)))
                    .as("findings without an .http file beside them")
                    .isEmpty();
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

    /** A finding may say how binding it is, where that is not the rule's own level. */
    private static boolean isLevelTold(RuleFixture fixture) {
        return fixture.isRecorded() && fixture.expected().startsWith("level ");
    }

    private static void record(RuleFixture fixture, Verdict verdict) throws IOException {
        String finding = told(verdict, isLevelTold(fixture)) + "\n";
        for (Path folder : List.of(RuleFixture.FOLDER, Path.of(SOURCE))) {
            Path answer = folder.resolve(String.valueOf(RuleFixture.FOLDER.relativize(fixture.file())));
            Files.writeString(answer.resolveSibling(fixture.name() + ".txt"), finding);
        }
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
