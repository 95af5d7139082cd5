package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.OperationPattern;
import dev.naysayer.dsl.OtherSuite;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Subjects;
import dev.naysayer.dsl.Waiver;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Suggestion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One waiver: {@code {rule: no-store, owner: team-orders, reason: …, until: 2026-12-31}}. */
final class WaiverParser {

    /** Only in a file that several suites read. */
    private static final String SUITES = "suites";

    /** In the name of a scenario at an operation that asks for several. */
    private static final String BEHIND_CREDENTIAL = ": ";

    /** A shorter name is somebody's, though it be near to a condition's: {@code joe} to {@code jwe}. */
    private static final int SHORTEST_MISSPELT = 6;

    private final Vocabulary vocabulary;
    private final Set<String> rules;
    private final Problems problems;
    private final String file;
    private final boolean ofSeveralSuites;
    private final List<OtherSuite> others = new ArrayList<>();

    /** @param file what the file is called that the waivers stand in */
    WaiverParser(Vocabulary vocabulary, Problems problems, String file, boolean ofSeveralSuites) {
        this.vocabulary = vocabulary;
        this.rules = vocabulary.rules().all();
        this.problems = problems;
        this.file = file;
        this.ofSeveralSuites = ofSeveralSuites;
    }

    /** What waivers of a suite may name. */
    record Names(String suite, List<Operation> operations, List<Scenario> scenarios, Set<String> subjects) {}

    /**
     * What a waiver lets be broken.
     *
     * @param rule null for every rule, like the others
     */
    record Broken(
            @Nullable String rule,
            @Nullable String scenario,
            @Nullable OperationPattern operation) {}

    /** Null where it is of other suites, or has a problem. */
    @Nullable
    Waiver parse(Node item, Names names) {
        Fields fields = Fields.of(item, ofSeveralSuites ? Format.SHARED_WAIVER : Format.WAIVER, problems);
        if (!(item instanceof MappingNode)) {
            return null;
        }
        List<String> suites = suites(fields, names.suite());
        boolean ours = !ofSeveralSuites || suites.contains(names.suite());
        Broken broken = broken(item, fields, ours ? names : null);
        ScalarNode owner = words(fields, "owner");
        ScalarNode reason = words(fields, "reason");
        ScalarNode link = link(fields.get("link"));
        LocalDate until = until(fields);
        if (!ours || broken == null || owner == null || reason == null || until == null) {
            return null;
        }
        return new Waiver(
                problems.position(item),
                removal(item, fields, suites, names.suite()),
                broken.rule(),
                broken.scenario(),
                broken.operation(),
                oneLine(owner),
                oneLine(reason),
                text(link),
                until);
    }

    /** @param ofSuite what it may name; null where it is of other suites, of which nothing is known */
    private @Nullable Broken broken(Node item, Fields fields, @Nullable Names ofSuite) {
        ScalarNode rule = Fields.scalar(fields.get("rule"), "'rule'", problems);
        ScalarNode scenario = Fields.scalar(fields.get("scenario"), "'scenario'", problems);
        ScalarNode operation = Fields.words(fields.get("operation"), "'operation'", problems);
        if (fields.get("rule") == null && fields.get("scenario") == null) {
            problems.at(
                    item,
                    "the waiver names neither a rule nor a scenario",
                    "say what may be broken: 'rule: no-store', 'scenario: expired-token', or both");
        }
        boolean ruleIsKnown = isRule(rule, scenario, operation);
        boolean scenarioIsKnown = isScenario(scenario, ofSuite);
        boolean operationIsKnown = isOperation(operation, ofSuite == null ? List.of() : ofSuite.operations());
        return ruleIsKnown && scenarioIsKnown && operationIsKnown && (rule != null || scenario != null)
                ? new Broken(
                        text(rule),
                        text(scenario),
                        operation == null ? null : new OperationPattern(operation.getValue()))
                : null;
    }

    /** A reason may be written over several lines, and is told in one. */
    private static String oneLine(ScalarNode words) {
        return words.getValue().strip().replaceAll("\\s+", " ");
    }

    private @Nullable ScalarNode link(@Nullable Node node) {
        ScalarNode link = Fields.words(node, "'link'", problems);
        if (link != null && !link.getValue().matches("https?://\\S+")) {
            problems.at(
                    link, "'link' has to be an address of the web", "write 'link: https://…', or tell it as 'reason'");
        }
        return link;
    }

    private static @Nullable String text(@Nullable ScalarNode scalar) {
        return scalar == null ? null : scalar.getValue();
    }

    private @Nullable ScalarNode words(Fields fields, String key) {
        return Fields.words(fields.require(key), "'%s'".formatted(key), problems);
    }

    private List<String> suites(Fields fields, String ours) {
        if (!ofSeveralSuites) {
            return List.of();
        }
        List<ScalarNode> written = Fields.oneOrMore(fields.require(SUITES), "'suites'", problems);
        List<String> names = written.stream().map(ScalarNode::getValue).toList();
        written.stream()
                .filter(it -> !it.getValue().equals(ours))
                .map(it -> new OtherSuite(it.getValue(), problems.position(it), names))
                .forEach(others::add);
        return names;
    }

    /** The suites that were named by all that was parsed, but for the one that it was parsed for. */
    List<OtherSuite> others() {
        return others;
    }

    private boolean isRule(@Nullable ScalarNode rule, @Nullable ScalarNode scenario, @Nullable ScalarNode operation) {
        if (rule == null) {
            return true;
        }
        if (!rules.contains(rule.getValue())) {
            problems.unknown(rule, "rule", rule.getValue(), rules);
            return false;
        }
        ScalarNode one = scenario == null ? operation : scenario;
        if (one != null && vocabulary.rules().comparing().contains(rule.getValue())) {
            problems.at(
                    one,
                    "the rule '%s' compares several answers, and is broken by none of them alone"
                            .formatted(rule.getValue()),
                    "leave out 'scenario' and 'operation'");
            return false;
        }
        return true;
    }

    /** {@code expired-token}, or {@code token: expired-token} for one of an operation's credentials alone. */
    private boolean isScenario(@Nullable ScalarNode scenario, @Nullable Names ofSuite) {
        if (scenario == null) {
            return true;
        }
        int end = scenario.getValue().lastIndexOf(BEHIND_CREDENTIAL);
        String condition = last(scenario.getValue());
        if (ofSuite == null) {
            return isLeftToItsSuite(scenario, condition);
        }
        if (ofSuite.subjects().contains(condition) || isForeign(scenario.getValue(), ofSuite)) {
            return true;
        }
        if (!vocabulary.conditions().contains(condition)) {
            problems.unknown(scenario, "scenario", condition, with(ofSuite.subjects(), vocabulary.conditions()));
            return false;
        }
        Set<String> known =
                ofSuite.scenarios().stream().map(Scenario::condition).collect(Collectors.toSet());
        if (!known.isEmpty() && !known.contains(condition)) {
            problems.unknown(scenario, "scenario of this suite", condition, with(ofSuite.subjects(), known));
            return false;
        }
        return end < 0 || isVaried(scenario, scenario.getValue().substring(0, end), ofSuite);
    }

    /** {@code foreign}, or {@code alice: foreign} for one subject alone. */
    private static boolean isForeign(String scenario, Names ofSuite) {
        if (ofSuite.operations().stream().allMatch(it -> it.objects().isEmpty())) {
            return false;
        }
        int end = scenario.length() - Subjects.FOREIGN.length() - BEHIND_CREDENTIAL.length();
        return scenario.equals(Subjects.FOREIGN)
                || (scenario.endsWith(BEHIND_CREDENTIAL + Subjects.FOREIGN)
                        && ofSuite.subjects().contains(last(scenario.substring(0, end))));
    }

    /** What stands behind the name of a credential; all where none stands there. */
    private static String last(String scenario) {
        int end = scenario.lastIndexOf(BEHIND_CREDENTIAL);
        return end < 0 ? scenario : scenario.substring(end + BEHIND_CREDENTIAL.length());
    }

    /** Another suite may have a subject of any name; only what looks like a misspelt condition is told here as well. */
    private boolean isLeftToItsSuite(ScalarNode scenario, String name) {
        if (name.length() < SHORTEST_MISSPELT
                || vocabulary.conditions().contains(name)
                || Suggestion.misspelt(name, vocabulary.conditions()).isEmpty()) {
            return true;
        }
        problems.unknown(scenario, "scenario", name, vocabulary.conditions());
        return false;
    }

    private static Set<String> with(Set<String> subjects, Set<String> conditions) {
        return Stream.concat(conditions.stream(), subjects.stream()).collect(Collectors.toSet());
    }

    private boolean isVaried(ScalarNode scenario, String credential, Names ofSuite) {
        Set<String> known = ofSuite.operations().stream()
                .flatMap(operation -> operation.requires().names())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (known.isEmpty() || known.contains(credential)) {
            return true;
        }
        problems.unknown(scenario, "credential in a scenario's name", credential, known);
        return false;
    }

    private boolean isOperation(@Nullable ScalarNode operation, List<Operation> ofSuite) {
        if (operation == null || ofSuite.isEmpty()) {
            return true;
        }
        OperationPattern pattern = new OperationPattern(operation.getValue());
        List<String> known = ofSuite.stream().map(Operation::name).toList();
        if (known.stream().anyMatch(pattern::fits)) {
            return true;
        }
        problems.unknown(operation, "operation", operation.getValue(), known);
        return false;
    }

    private @Nullable LocalDate until(Fields fields) {
        ScalarNode day = words(fields, "until");
        if (day == null) {
            return null;
        }
        try {
            if (day.getValue().matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(day.getValue());
            }
        } catch (DateTimeException e) {
            // 2026-02-30 looks like a day.
        }
        problems.at(day, "'until' has to be a day that there is", "write year, month and day: 'until: 2026-12-31'");
        return null;
    }

    private String removal(Node item, Fields fields, List<String> suites, String suite) {
        if (suites.size() > 1) {
            Node list = fields.get(SUITES);
            return "take '%s' out of 'suites' in line %d of %s"
                    .formatted(
                            suite, problems.position(list == null ? item : list).line(), file);
        }
        int first = problems.position(item).line();
        int last = fields.all().stream()
                .flatMap(field -> Stream.of(field.key(), field.value()))
                .mapToInt(node -> lastLine(node))
                .max()
                .orElse(first);
        return first == last
                ? "delete line %d of %s".formatted(first, file)
                : "delete lines %d to %d of %s".formatted(first, last, file);
    }

    /** A text over several lines ends where the next thing begins. */
    private static int lastLine(Node node) {
        return node.getEndMark()
                .map(end -> end.getColumn() == 0 ? end.getLine() : end.getLine() + 1)
                .orElse(1);
    }
}
