package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Browsers;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.Limits;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.OwnCondition;
import dev.naysayer.dsl.Profile;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.RuleChoice;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Subjects;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.TargetUrl;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The top level of a suite. */
final class SuiteParser {

    /** Of each operation: one before its scenarios, and one behind them. */
    private static final int CONTROLS = 2;

    /** Each case takes a kilobyte or two before anything is sent. */
    private static final int MOST_CASES = 1_000_000;

    private static final String ALLOWS = "allows";
    private static final String OBJECTS = "objects";

    /** Without the conditions of the suite's own. */
    private final Vocabulary catalogue;

    private final Problems problems;
    private final Interpolation interpolation;
    private final boolean oneOfSeveral;

    /** @param oneOfSeveral whether the suite has environments, so that a credential which one of them lacks another may have */
    SuiteParser(Vocabulary catalogue, Problems problems, Interpolation interpolation, boolean oneOfSeveral) {
        this.catalogue = catalogue;
        this.problems = problems;
        this.interpolation = interpolation;
        this.oneOfSeveral = oneOfSeveral;
    }

    /** The suite, or empty where something without which there is none is missing. */
    Optional<Suite> parse(Node root) {
        Fields fields = Fields.of(root, Format.SUITE, problems);
        ScalarNode name = Fields.scalar(fields.require("suite"), "'suite'", problems);
        List<String> tags = Tags.parse(fields.get("tags"), problems);
        String target = target(fields.get("target"));
        Destinations destinations = new DestinationsParser(problems, interpolation)
                .parse(fields.get("hosts"), fields.get("allow-plain-http"));
        Duration leeway = leeway(fields.get("leeway"));
        OwnConditionParser own = new OwnConditionParser(
                catalogue, problems, interpolation, problems.position(root).file(), fields.get("conditions"));
        Vocabulary vocabulary = catalogue.naming(own.names());
        Node credentials = fields.require("credentials");
        Node called = fields.require("operations");
        List<Scenario> named =
                new ScenarioParser(vocabulary, problems, interpolation).parse(fields.require("scenarios"));
        Set<String> tried = named.stream().map(Scenario::condition).collect(Collectors.toSet());
        CredentialParser parser = new CredentialParser(vocabulary, problems, interpolation);
        DeclaredCredentials declared = credentials == null ? DeclaredCredentials.NONE : parser.parse(credentials);
        SubjectParser.Named subjects =
                new SubjectParser(catalogue, declared, parser, problems).parse(fields.get("subjects"));
        PathValues values = new PathValues(problems, interpolation);
        ObjectParser objects = new ObjectParser(subjects, values, problems, fields.get(OBJECTS));
        ExistenceParser existence = new ExistenceParser(problems, objects, fields.get("existence"));
        SubjectParser.Named matrix = subjects.without(Stream.concat(
                        ofConditionsAlone(own.subjects(tried), fields).stream(),
                        LimitsParser.subject(fields.get("limits")))
                .collect(Collectors.toSet()));
        AllowsParser allows = new AllowsParser(matrix, objects, problems, fields.get(ALLOWS));
        RequirementParser requirements = new RequirementParser(declared, vocabulary, problems, fields.get("requires"));
        RequestParser requests = new RequestParser(problems, interpolation, places(declared.all()), fields);
        List<OwnCondition> conditions = own.parse(subjects, credentials, tried, !oneOfSeveral);
        List<Scenario> scenarios = OwnCondition.completed(named, conditions);
        List<Operation> operations = operations(
                called,
                new OperationParser(
                        problems,
                        interpolation,
                        requirements,
                        requests,
                        allows,
                        promises(vocabulary, scenarios),
                        values,
                        objects,
                        existence),
                requirements);
        requests.checkSources(operations);
        requirements.wantOwnGuards(subjects, operations);
        Limits limits = limits(fields, subjects, declared.all(), own.subjects(tried));
        objects.findUnused();
        Refusals refusals = new RefusalParser(problems, interpolation).parse(fields.get("refusals"), Format.REFUSALS);
        Subjects asking = new Subjects(matrix.read(), allows.allowed(), denied(fields, subjects));
        List<Profile> profiles = new ProfilesParser(catalogue, problems, interpolation).parse(fields.get("profiles"));
        List<RuleChoice> rules =
                new RuleChoiceParser(catalogue.rules(), problems).parse(fields.get("rules"), RuleChoice.THE_SUITE);
        List<String> probes = probes(fields.get("probes"));
        Browsers browsers = new BrowsersParser(problems, interpolation).parse(fields.get("browsers"));
        String keepBodies = keepBodies(fields.get("keep-bodies"));
        WaiversParser.Waived waived = new WaiversParser(vocabulary, problems, interpolation.folder())
                .parse(
                        fields.get("waivers"),
                        new WaiverParser.Names(
                                name == null ? "" : name.getValue(),
                                operations,
                                scenarios,
                                subjects.keys().keySet()));
        long cases = operations.stream()
                .mapToLong(it -> cases(
                        it,
                        declared.names().size(),
                        scenarios.size(),
                        subjects.keys().size()))
                .sum();
        if (cases > MOST_CASES) {
            problems.at(
                    root,
                    "the suite makes up to %d cases, and more than %d do not fit into one".formatted(cases, MOST_CASES),
                    "take fewer scenarios, or divide the operations among several suites");
        }
        if (name == null || declared.read().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Suite(
                name.getValue(),
                problems.position(root),
                tags,
                target,
                destinations,
                leeway,
                declared.all(),
                asking,
                conditions,
                operations.stream().map(asking::atHome).toList(),
                refusals,
                RuleChoices.of(profiles, rules),
                probes,
                browsers,
                ProfilesParser.completed(scenarios, profiles),
                keepBodies,
                waived.waivers(),
                waived.others(),
                limits));
    }

    private @Nullable Limits limits(
            Fields fields,
            SubjectParser.Named subjects,
            List<CredentialDeclaration> declared,
            Set<String> ofConditions) {
        Set<String> used = new HashSet<>(subjects.keys().keySet());
        used.removeAll(ofConditionsAlone(used, fields));
        used.addAll(ofConditions);
        return new LimitsParser(problems).parse(fields.get("limits"), subjects, declared, used);
    }

    /**
     * Subjects that a condition presents, and of whom nothing else is said. The condition says at each operation what is right for them;
     * to be denied by default there, too, would be the same request judged by two words.
     */
    private static Set<String> ofConditionsAlone(Set<String> subjects, Fields suite) {
        Set<String> alone = new HashSet<>(subjects);
        allowed(suite.get(ALLOWS)).forEach(alone::remove);
        owners(suite.get(OBJECTS)).forEach(alone::remove);
        if (suite.get("operations") instanceof SequenceNode operations) {
            operations.getValue().stream()
                    .flatMap(SuiteParser::below)
                    .map(NodeTuple::getValueNode)
                    .filter(MappingNode.class::isInstance)
                    .flatMap(it -> allowed(Joining.value((MappingNode) it, ALLOWS)))
                    .forEach(alone::remove);
        }
        return alone;
    }

    private static Stream<String> owners(@Nullable Node objects) {
        return below(objects)
                .map(NodeTuple::getValueNode)
                .flatMap(SuiteParser::below)
                .map(NodeTuple::getKeyNode)
                .flatMap(SuiteParser::allowed);
    }

    private static Stream<NodeTuple> below(@Nullable Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue().stream() : Stream.empty();
    }

    /** Names only; what else stands there is told where it is read. */
    private static Stream<String> allowed(@Nullable Node node) {
        Stream<Node> written = node instanceof SequenceNode list ? list.getValue().stream() : Stream.ofNullable(node);
        return written.filter(ScalarNode.class::isInstance).map(it -> ((ScalarNode) it).getValue());
    }

    /** Where nobody needs a credential each is tried. */
    private static long cases(Operation operation, int credentials, int scenarios, int subjects) {
        Requirement requires = operation.requires();
        // Each on their own object and on a foreign one.
        long asking = operation.objects().isEmpty() ? subjects : 2L * subjects;
        long varied = requires.isPublic() ? credentials : requires.credentials().count();
        return varied * scenarios
                + (CONTROLS + asking) * requires.alternatives().size();
    }

    private Scenario denied(Fields fields, SubjectParser.Named subjects) {
        for (Fields.Field field : fields.all()) {
            if (field.name().equals(Subjects.DENIED)) {
                if (subjects.keys().isEmpty()) {
                    problems.at(
                            field.key(),
                            "the suite has no subjects, so nobody is denied",
                            "name them under 'subjects', or leave 'denied' out");
                }
                return new ScenarioParser(catalogue, problems, interpolation).denied(field);
            }
        }
        return Subjects.NONE.denied();
    }

    /** A reason and not a choice: what the report then holds is somebody's data. */
    private @Nullable String keepBodies(@Nullable Node node) {
        ScalarNode why = Fields.words(node, "'keep-bodies'", problems);
        if (why != null && why.getValue().matches("true|false|yes|no|on|off")) {
            problems.at(why, "'keep-bodies' gives no reason", "say why: 'keep-bodies: the data is made up'");
            return null;
        }
        return why == null ? null : why.getValue();
    }

    /** One that cannot be used is not none: of that there is a problem already. */
    private @Nullable String target(@Nullable Node node) {
        ScalarNode scalar = Fields.scalar(node, "'target'", problems);
        String url = scalar == null ? null : interpolation.resolve(scalar);
        if (scalar == null || url == null) {
            return node == null ? null : "";
        }
        TargetUrl.fault(url)
                .ifPresent(message ->
                        problems.at(scalar, "'target' " + message, "write https://host or https://host:port/path"));
        return url;
    }

    private Duration leeway(@Nullable Node node) {
        ScalarNode seconds = Fields.scalar(node, "'leeway'", problems);
        if (seconds == null) {
            return Suite.DEFAULT_LEEWAY;
        }
        if (!seconds.getValue().matches("0|[1-9]\\d{0,3}") || Integer.parseInt(seconds.getValue()) > 3600) {
            problems.at(seconds, "'leeway' is a number of whole seconds from 0 to 3600", "write 'leeway: 60'");
            return Suite.DEFAULT_LEEWAY;
        }
        return Duration.ofSeconds(Integer.parseInt(seconds.getValue()));
    }

    private List<String> probes(@Nullable Node node) {
        List<ScalarNode> written = Fields.oneOrMore(node, "'probes'", problems);
        Set<String> known = catalogue.rules().probes();
        written.stream()
                .filter(probe -> !known.contains(probe.getValue()))
                .forEach(probe -> problems.unknown(probe, "probe", probe.getValue(), known));
        return written.stream().map(ScalarNode::getValue).distinct().toList();
    }

    private Set<String> places(List<CredentialDeclaration> credentials) {
        return credentials.stream().flatMap(it -> catalogue.place(it).stream()).collect(Collectors.toSet());
    }

    private OperationPromiseParser promises(Vocabulary vocabulary, List<Scenario> scenarios) {
        Set<String> ofSuite = scenarios.stream().map(Scenario::condition).collect(Collectors.toSet());
        return new OperationPromiseParser(problems, interpolation, vocabulary.conditions(), ofSuite);
    }

    private List<Operation> operations(@Nullable Node node, OperationParser parser, RequirementParser requirements) {
        Map<String, Operation> byName = new LinkedHashMap<>();
        for (Node item : Fields.items(node, "'operations'", problems)) {
            Operation operation = parser.parse(item);
            Operation earlier = operation == null ? null : byName.putIfAbsent(operation.name(), operation);
            if (operation != null && earlier != null) {
                problems.at(
                        item,
                        "the operation '%s' stands here twice".formatted(operation.name()),
                        "it is in line %d already: keep one of them, or give each a 'name' where their bodies differ"
                                .formatted(earlier.at().line()));
            }
        }
        requirements.findUnused();
        return new ArrayList<>(byName.values());
    }
}
