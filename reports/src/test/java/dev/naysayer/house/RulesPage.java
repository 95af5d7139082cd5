package dev.naysayer.house;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Profile;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.engine.rule.profile.Profiles;
import dev.naysayer.engine.rule.remedy.Remedies;
import dev.naysayer.engine.standard.SpecReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule, for readers, ordered like the tables of contents of the standards, each with two answers. */
final class RulesPage {

    private static final String INTRODUCTION = """
            # Rules

            A rule is one requirement that every refusal of a suite is judged by. This page is generated from the code;
            [CONTRIBUTING.md](../CONTRIBUTING.md#add-a-rule) says how. For programs the engine's jar holds the same
            catalogue as `dev/naysayer/engine/rule/rules.json`, with id, level, source, link, summary and profile of each rule.

            - A broken **MUST** is a violation and fails the case. A broken **SHOULD** or **security advice** is a warning. A
              broken **MAY** or **advice** is told, and changes nothing.
            - The level is the standard's own keyword, unless a profile or the suite sets another, with a reason. What the suite
              itself declares is a MUST.
            - Most rules judge each answer by itself. *Comparisons* judge all answers of a suite together, each in a test of its own.
            - What is *told once* is how an API writes every answer, whatever was presented: it colours no case, and one comparison,
              `every-answer`, tells for how many answers it holds.
            - The answers are those that the rules are tested with. In front of each stands the case: its condition, and what
              else of the suite or the exchange matters.
            """;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** RFCs first, other standards behind them, the suite last; 9.2 before 11.3. */
    private static final Comparator<RuleInfo> BY_SECTION = Comparator.comparing((RuleInfo rule) -> rank(rule.source()))
            .thenComparing(rule -> natural(rule.source().standard()))
            .thenComparing(rule -> natural(rule.source().section()));

    private static final List<RuleInfo> TOLD_ONCE =
            Rules.toldOnce().map(Rule::info).toList();

    private RulesPage() {}

    static List<RuleInfo> rules() {
        return inOrder().sorted(BY_SECTION).toList();
    }

    /** As a reader of the report meets them. */
    static Stream<RuleInfo> inOrder() {
        return Stream.concat(Rules.ALL.stream().map(Rule::info), comparisons().stream());
    }

    private static List<RuleInfo> comparisons() {
        return Comparisons.ALL.stream().map(Comparison::info).toList();
    }

    static String text() {
        List<String> standards =
                rules().stream().map(RulesPage::standard).distinct().toList();
        return INTRODUCTION
                + profiles()
                + standards.stream().map(RulesPage::contents).collect(Collectors.joining())
                + standards.stream().map(RulesPage::chapter).collect(Collectors.joining());
    }

    private static String profiles() {
        return Profiles.all().stream().map(RulesPage::profile).collect(Collectors.joining("", """

                        ## Profiles

                        A suite chooses them by name: [suite.md](suite.md#profiles). What no other profile brings in belongs to
                        `rfc6750`, which every suite has.

                        | profile | is for | and brings |
                        |---|---|---|
                        """, ""));
    }

    private static String profile(Profile profile) {
        List<String> brings = new ArrayList<>();
        profile.extended().forEach(other -> brings.add("all of `%s`".formatted(other)));
        rules().stream()
                .filter(rule ->
                        rule.profile().equals(profile.name()) && !profile.name().equals(RuleChoices.BASE))
                .forEach(rule -> brings.add("%s, %s".formatted(code(rule.id()), rule.level())));
        profile.rules()
                .forEach(rule ->
                        brings.add("%s as %s: %s".formatted(code(rule.rule()), rule.level(), escaped(rule.because()))));
        profile.expectations().forEach(it -> brings.add("`%s`: %s".formatted(it.condition(), expected(it))));
        profile.contradicts().forEach(other -> brings.add("not beside `%s`".formatted(other)));
        return "| `%s` | %s | %s |\n"
                .formatted(profile.name(), escaped(profile.summary()), String.join("<br>", brings));
    }

    private static String code(String rule) {
        return "`%s`".formatted(rule);
    }

    private static String expected(Scenario scenario) {
        Statuses statuses =
                Objects.requireNonNull(scenario.promise().statuses()).value();
        List<String> errors = Declared.valueOf(scenario.promise().errors());
        String status = Stream.concat(
                        statuses.accepted() ? Stream.of("2xx") : Stream.empty(),
                        statuses.refusals().stream().map(String::valueOf))
                .collect(Collectors.joining(" or "));
        return errors == null ? status : status + ", " + String.join(" or ", errors);
    }

    private static int rank(SpecReference source) {
        if (source.link() == null) {
            return 2;
        }
        return source.standard().startsWith("RFC ") ? 0 : 1;
    }

    /** Numbers filled up with zeros, so that the order of characters is that of numbers. */
    private static String natural(String text) {
        return NUMBER.matcher(text)
                .replaceAll((MatchResult number) ->
                        "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }

    private static String standard(RuleInfo rule) {
        return rule.source().standard();
    }

    private static List<RuleInfo> of(String standard) {
        return rules().stream().filter(rule -> standard(rule).equals(standard)).toList();
    }

    private static String contents(String standard) {
        return of(standard).stream()
                .map(rule -> "| %s | [%s](#%s) | %s |\n"
                        .formatted(rule.source().section(), escaped(rule.summary()), rule.id(), rule.level()))
                .collect(Collectors.joining("", "\n| %s | | |\n|---|---|---|\n".formatted(title(standard)), ""));
    }

    private static String chapter(String standard) {
        return of(standard).stream()
                .map(RulesPage::section)
                .collect(Collectors.joining("", "\n## %s\n".formatted(title(standard)), ""));
    }

    private static String section(RuleInfo rule) {
        return """

                ### `%s`

                %s.

                **%s**, %s%s%s%s

                - *Why:* %s
                - *What clients do:* %s
                - *How to mend it:* %s%s

                %s
                %s""".formatted(
                        rule.id(),
                        escaped(rule.summary()),
                        rule.level(),
                        source(rule.source()),
                        comparisons().contains(rule) ? ", comparison" : "",
                        TOLD_ONCE.contains(rule) ? ", told once" : "",
                        rule.profile().equals(RuleChoices.BASE) ? "" : ", profile `%s`".formatted(rule.profile()),
                        escaped(rule.why()),
                        escaped(rule.clients()),
                        escaped(rule.fix()),
                        Remedies.ofRule(rule.id())
                                .map(remedy -> " [In your framework](%s).".formatted(FixesPage.link(remedy)))
                                .orElse(""),
                        RuleExample.violating(rule.id()).text("Breaks it"),
                        RuleExample.passing(rule.id()).text("Keeps it"));
    }

    private static String source(SpecReference source) {
        return source.link() == null
                ? "declared by the suite"
                : "[%s](%s)".formatted(escaped(source.text()), source.link());
    }

    private static String title(String standard) {
        return standard.substring(0, 1).toUpperCase(Locale.ROOT) + standard.substring(1);
    }

    /** The words hold no markup of their own, so nothing of them may be taken for it. */
    static String escaped(String words) {
        return words.replaceAll("[\\\\`*_{}\\[\\]<>|#]", "\\\\$0");
    }
}
