package dev.naysayer.house;

import dev.naysayer.engine.rule.remedy.Framework;
import dev.naysayer.engine.rule.remedy.Remedies;
import dev.naysayer.engine.rule.remedy.Remedy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page of fixes by framework, as the remedies have them. */
final class FixesPage {

    private static final String INTRODUCTION = """
            # Fixes

            What a rule asks for is a line of configuration in one framework, a class in another, and in a third there is nothing to set. This
            page tells, by remedy, what does it and what happens without. It is generated; [CONTRIBUTING.md](../CONTRIBUTING.md#add-a-remedy)
            says how. On the console it is `naysayer rules challenge-follows-401 --framework=spring`.

            - Each step names where it is documented, or the code where the documentation says nothing. A version is named where it is known to
              matter; what yours does only a run shows.
            - A gateway answers for the API: what it refuses, the API's own error handling never sees. So both may be to mend.
            - Rules that no framework decides have no remedy; their own words in [RULES.md](RULES.md) say what to do.

            """;

    private FixesPage() {}

    static String text() {
        return INTRODUCTION
                + Remedies.ALL.stream()
                        .map(FixesPage::line)
                        .collect(Collectors.joining("", "| remedy | rules |\n|---|---|\n", ""))
                + Remedies.ALL.stream().map(FixesPage::section).collect(Collectors.joining());
    }

    /** As other pages of the same folder link to it. */
    static String link(Remedy remedy) {
        return "FIXES.md#" + remedy.id();
    }

    private static String line(Remedy remedy) {
        return "| [%s](#%s) | %d |\n"
                .formatted(
                        RulesPage.escaped(remedy.title()),
                        remedy.id(),
                        remedy.rules().size());
    }

    private static String section(Remedy remedy) {
        return """

                ## `%s`

                %s.

                For %s.

                %s""".formatted(
                remedy.id(),
                RulesPage.escaped(remedy.title()),
                remedy.rules().stream()
                        .map(rule -> "[`%s`](RULES.md#%s)".formatted(rule, rule))
                        .collect(Collectors.joining(", ")),
                Arrays.stream(Framework.values())
                        .map(framework -> way(
                                framework, Objects.requireNonNull(remedy.ways().get(framework))))
                        .collect(Collectors.joining()));
    }

    private static String way(Framework framework, Remedy.Way way) {
        List<String> sources = IntStream.range(0, way.sources().size())
                .mapToObj(i -> "[%d](%s)".formatted(i + 1, way.sources().get(i)))
                .toList();
        return "- **%s:** %s (%s)\n"
                .formatted(
                        framework.title(),
                        RulesPage.escaped(String.join(" ", way.steps())),
                        String.join(", ", sources));
    }
}
