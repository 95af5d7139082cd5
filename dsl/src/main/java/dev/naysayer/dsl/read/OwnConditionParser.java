package dev.naysayer.dsl.read;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.OwnCondition;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.dsl.Subject;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.SchemeForm;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * {@code conditions:} each by a name, with its meaning, with a subject where it is not captured, and with what is right.
 *
 * <p>What was captured stands where captured credentials stand anyway, below {@code token} and by the condition's name: so it is a secret
 * like all others there, says by its place which credential it is, and may differ from one environment to the next.
 */
public final class OwnConditionParser {

    private static final String MEANING = "meaning";
    private static final String SUBJECT = "subject";
    private static final String CAPTURED = SchemeForm.CAPTURED;

    public static final Set<String> KINDS =
            Arrays.stream(CauseKind.values()).map(CauseKind::yaml).collect(Collectors.toUnmodifiableSet());

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final String suite;
    private final PromiseParser promises;
    private final List<Fields.Field> written;

    /**
     * @param vocabulary without them
     * @param suite the suite's own file
     */
    OwnConditionParser(
            Vocabulary vocabulary,
            Problems problems,
            Interpolation interpolation,
            String suite,
            @Nullable Node conditions) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.suite = suite;
        this.promises = new PromiseParser(problems, interpolation);
        this.written = conditions == null
                ? List.of()
                : Fields.of(conditions, "'conditions'", problems).all();
        if (conditions != null && written.isEmpty()) {
            problems.at(
                    conditions,
                    "'conditions' names none",
                    "write 'suspended-account: {subject: …, meaning: …, status: 403}', or leave it out");
        }
    }

    /** What they are called, those too that cannot be used otherwise; a name that is taken keeps its meaning. */
    Set<String> names() {
        return written.stream()
                .map(Fields.Field::name)
                .filter(name -> !vocabulary.conditions().contains(name) && !isTaken(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The subjects that those name which are tried. */
    Set<String> subjects(Set<String> scenarios) {
        return written.stream()
                .filter(it -> scenarios.contains(it.name()))
                .map(Fields.Field::value)
                .filter(MappingNode.class::isInstance)
                .map(it -> Joining.value((MappingNode) it, SUBJECT))
                .filter(ScalarNode.class::isInstance)
                .map(it -> ((ScalarNode) it).getValue())
                .collect(Collectors.toSet());
    }

    /**
     * Those that can be used.
     *
     * @param credentials of the suite, among which stands what was captured
     * @param scenarios what the suite tries, by the names; empty where that has a problem already
     * @param whole whether a credential that is not there is nowhere; else it is not obtainable here
     */
    List<OwnCondition> parse(
            SubjectParser.Named subjects, @Nullable Node credentials, Set<String> scenarios, boolean whole) {
        Map<String, ScalarNode> captured = captured(credentials);
        List<OwnCondition> conditions = new ArrayList<>();
        for (Fields.Field field : written) {
            boolean named = checkName(field.key(), subjects);
            OwnCondition condition = condition(
                    field,
                    subjects,
                    named ? captured.get(field.name()) : null,
                    named && isTried(field.key(), scenarios) && whole);
            if (named && condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    /** Whether anybody needs it: a part has conditions for all that use it, and a suite only its own. */
    private boolean isTried(ScalarNode name, Set<String> scenarios) {
        if (scenarios.isEmpty() || scenarios.contains(name.getValue())) {
            return true;
        }
        if (problems.position(name).file().equals(suite)) {
            problems.at(
                    name,
                    "no scenario tries '%s'".formatted(name.getValue()),
                    "add it to 'scenarios', or leave it out here");
            return true;
        }
        return false;
    }

    private @Nullable OwnCondition condition(
            Fields.Field field, SubjectParser.Named subjects, @Nullable ScalarNode captured, boolean needed) {
        Fields fields = fields(field);
        ScalarNode meaning = Fields.words(fields.require(MEANING), "'meaning'", problems);
        ScalarNode subject = Fields.scalar(fields.get(SUBJECT), "'subject'", problems);
        Promise promise = promises.parse(fields, PromiseParser.Place.CONDITION);
        CauseKind kind = kind(field, fields.get("kind"), promise);
        if (captured != null && subject != null) {
            problems.at(
                    captured,
                    "'%s' is captured here, and has a subject as well".formatted(field.name()),
                    "keep one of them; the subject stands in line %d"
                            .formatted(problems.position(subject).line()));
        }
        if (captured == null
                && needed
                && !fields.names().contains(SUBJECT)
                && !fields.names().contains(CAPTURED)) {
            problems.at(
                    field.key(),
                    "'%s' has neither a subject nor a captured credential".formatted(field.name()),
                    "name the subject whose good one is presented, 'subject: …', or give what was captured below 'token' of a"
                            + " credential: '%s: ${…}'".formatted(field.name()));
        }
        Subject whose = subject == null ? null : subject(subject, subjects);
        return meaning == null || (subject != null && whose == null)
                ? null
                : new OwnCondition(
                        problems.position(field.key()),
                        field.name(),
                        meaning.getValue().strip().replaceAll("\\s+", " "),
                        whose,
                        kind,
                        promise);
    }

    /** Who looks for the place of a captured credential looks here, too. */
    private Fields fields(Fields.Field condition) {
        Fields fields = Fields.open(condition.value(), "'%s'".formatted(condition.name()), Format.CONDITION, problems);
        for (Fields.Field key : fields.all()) {
            if (key.name().equals(CAPTURED)) {
                problems.hide(key.value());
                problems.at(
                        key.key(),
                        "a captured credential stands where all credentials do",
                        "give it below 'token' of the credential that it is: '%s: ${…}'".formatted(condition.name()));
            } else if (!Format.CONDITION.names().contains(key.name())) {
                fields.refuse(key);
            }
        }
        return fields;
    }

    private @Nullable Subject subject(ScalarNode name, SubjectParser.Named subjects) {
        if (subjects.keys().isEmpty()) {
            problems.at(name, "the suite has no subjects", "name them under 'subjects', each with a good credential");
        } else if (!subjects.keys().containsKey(name.getValue())) {
            problems.unknown(name, "subject", name.getValue(), subjects.keys().keySet());
        }
        return subjects.read().stream()
                .filter(it -> it.name().equals(name.getValue()))
                .findFirst()
                .orElse(null);
    }

    /** It stands where names of conditions do, among keys of operations too. */
    private boolean isTaken(String name) {
        return SubjectParser.TAKEN.contains(name)
                || vocabulary.control().equals(name)
                || vocabulary.groups().containsKey(name)
                || vocabulary.capturing().contains(name)
                || Format.OPERATION.names().contains(name);
    }

    private boolean checkName(ScalarNode key, SubjectParser.Named subjects) {
        String name = key.getValue();
        if (vocabulary.conditions().contains(name)) {
            problems.at(
                    key,
                    "there is a condition '%s' already".formatted(name),
                    "take another name, or say under 'scenarios' what is right for that one");
            return false;
        }
        if (subjects.keys().containsKey(name) || isTaken(name)) {
            problems.at(
                    key,
                    "no condition can be called '%s', which means something else in this suite".formatted(name),
                    "take another name");
            return false;
        }
        if (!CredentialParser.NAME.matcher(name).matches()) {
            problems.at(
                    key,
                    "no condition can be called '%s'".formatted(name),
                    "take a name of letters, digits and '-', such as suspended-account");
            return false;
        }
        return true;
    }

    /** Where it is not said, the status tells it: what an API cannot tell from a bad credential it answers with 401. */
    private CauseKind kind(Fields.Field field, @Nullable Node node, Promise promise) {
        ScalarNode said = Fields.scalar(node, "'kind'", problems);
        if (said != null && KINDS.contains(said.getValue())) {
            return Arrays.stream(CauseKind.values())
                    .filter(it -> it.yaml().equals(said.getValue()))
                    .findFirst()
                    .orElseThrow();
        }
        Statuses statuses = Declared.valueOf(promise.statuses());
        if (said != null) {
            problems.unknown(said, "kind of cause", said.getValue(), KINDS);
        } else if (node == null && statuses == null) {
            problems.at(
                    field.key(),
                    "nothing says how '%s' is refused".formatted(field.name()),
                    "give the status, 'status: 403', or the kind of its cause, 'kind: no-right'");
        }
        return statuses != null
                        && (statuses.refusals().contains(401)
                                || statuses.refusals().contains(400))
                ? CauseKind.BAD_CREDENTIAL
                : CauseKind.NO_RIGHT;
    }

    /** Names below {@code token} of a credential, whatever stands behind them. */
    private static Map<String, ScalarNode> captured(@Nullable Node credentials) {
        Map<String, ScalarNode> captured = new LinkedHashMap<>();
        if (credentials instanceof MappingNode all) {
            for (NodeTuple credential : all.getValue()) {
                if (credential.getValueNode() instanceof MappingNode below
                        && Joining.value(below, CAPTURED) instanceof MappingNode tokens) {
                    tokens.getValue().stream()
                            .map(NodeTuple::getKeyNode)
                            .filter(ScalarNode.class::isInstance)
                            .map(ScalarNode.class::cast)
                            .forEach(key -> captured.putIfAbsent(key.getValue(), key));
                }
            }
        }
        return captured;
    }
}
