package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.Subject;
import dev.naysayer.dsl.Subjects;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code allows:} of a suite and of its operations: which subjects may; all others may not. */
final class AllowsParser {

    private final SubjectParser.Named subjects;
    private final ObjectParser objects;
    private final Problems problems;
    private final @Nullable List<String> byDefault;
    private final Map<String, List<String>> allowed = new LinkedHashMap<>();

    /** @param ofSuite what the suite says for all its operations, or null */
    AllowsParser(SubjectParser.Named subjects, ObjectParser objects, Problems problems, @Nullable Node ofSuite) {
        this.subjects = subjects;
        this.objects = objects;
        this.problems = problems;
        this.byDefault = ofSuite == null ? null : names(ofSuite);
        if (byDefault != null && byDefault.contains(Subjects.OWNER) && objects.isEmpty()) {
            problems.at(
                    Objects.requireNonNull(ofSuite),
                    "the suite has no objects that could have an owner",
                    "say whose they are under 'objects', or name subjects");
        }
    }

    /** Who may, by the names of operations; none at which it does not matter. */
    Map<String, List<String>> allowed() {
        return allowed;
    }

    /**
     * @param name where the suite names the operation
     * @param hasObjects whether anything in its path belongs to anybody
     */
    void read(ScalarNode name, Operation operation, boolean hasObjects, @Nullable Node node) {
        Requirement requires = operation.requires();
        List<Subject> asking =
                subjects.read().stream().filter(it -> it.canAsk(requires)).toList();
        List<String> said = node == null ? byDefault(hasObjects) : names(node);
        if (node != null && said != null) {
            checkCredentials(node, requires, asking);
            checkOwner(node, operation, hasObjects, asking);
        }
        if (asking.isEmpty()) {
            return;
        }
        if (said == null && node == null) {
            problems.at(
                    name,
                    "nothing says which subjects may do this: "
                            + asking.stream().map(Subject::name).collect(Collectors.joining(", ")),
                    "name those who may, here or for all operations: 'allows: [%s]'; all others may not"
                            .formatted(asking.get(0).name()));
            return;
        }
        allowed.putIfAbsent(operation.name(), said == null ? List.of() : said);
        checkWhatIsLeft(name, operation);
    }

    /** Where nothing belongs to anybody, that owners may says nothing. */
    private @Nullable List<String> byDefault(boolean hasObjects) {
        return !hasObjects && List.of(Subjects.OWNER).equals(byDefault) ? null : byDefault;
    }

    private void checkOwner(Node node, Operation operation, boolean hasObjects, List<Subject> asking) {
        ScalarNode owner = Fields.oneOrMore(node, "'allows'", problems).stream()
                .filter(it -> it.getValue().equals(Subjects.OWNER))
                .findFirst()
                .orElse(null);
        if (owner == null || operation.requires().isPublic()) {
            return;
        }
        List<String> owners = operation.objects().owners();
        if (!hasObjects) {
            boolean valued = operation.pathParameters().keySet().stream().anyMatch(objects::has);
            problems.at(
                    owner,
                    valued
                            ? "'path' gives a value that is nobody's, so nothing here has an owner"
                            : "nothing in this path belongs to a subject, so it has no owner",
                    valued
                            ? "leave it to 'objects', or name subjects"
                            : "name subjects, or give a parameter of the path values under 'objects'");
        } else if (!owners.isEmpty() && asking.stream().noneMatch(it -> owners.contains(it.name()))) {
            problems.at(
                    owner,
                    "no owner has a credential that this operation asks for: " + String.join(", ", owners),
                    "give one below 'subjects': "
                            + operation.requires().credentials().distinct().collect(Collectors.joining(", ")));
        }
    }

    /** A 404 for what the control has taken away looks like a refusal and is none. */
    private void checkWhatIsLeft(ScalarNode name, Operation operation) {
        Control control = operation.control();
        boolean succeeds = control.status() == null || control.status() < 400;
        if (operation.method().equals("DELETE") && !operation.objects().isEmpty() && control.sent() && succeeds) {
            problems.at(
                    name,
                    "the control takes away what others are to be refused, who would get 404 then in any case",
                    "write 'control: off': only those who may not are sent then");
        }
    }

    /** Whoever has no credential for an operation can ask for nothing there, whatever a suite allows. */
    private void checkCredentials(Node node, Requirement requires, List<Subject> asking) {
        Set<String> able = asking.stream().map(Subject::name).collect(Collectors.toSet());
        Set<String> read = subjects.read().stream().map(Subject::name).collect(Collectors.toSet());
        for (ScalarNode name : Fields.oneOrMore(node, "'allows'", problems)) {
            boolean unable = read.contains(name.getValue()) && !able.contains(name.getValue());
            if (unable || (requires.isPublic() && name.getValue().equals(Subjects.OWNER))) {
                problems.at(
                        name,
                        requires.isPublic()
                                ? "nobody needs a credential here, so it does not matter who asks"
                                : "'%s' has no credential that this operation asks for".formatted(name.getValue()),
                        requires.isPublic()
                                ? "leave 'allows' out, or correct 'requires'"
                                : "give one below 'subjects': "
                                        + requires.credentials().distinct().collect(Collectors.joining(", ")));
            }
        }
    }

    /** Null where there is a problem with it. */
    private @Nullable List<String> names(Node node) {
        if (subjects.keys().isEmpty()) {
            problems.at(node, "the suite has no subjects that 'allows' could name", "name them under 'subjects'");
            return null;
        }
        List<ScalarNode> written = Fields.oneOrMore(node, "'allows'", problems);
        written.stream()
                .filter(name -> !isKnown(name.getValue()))
                .forEach(name -> problems.unknown(
                        name, "subject", name.getValue(), subjects.keys().keySet()));
        List<String> names = written.stream()
                .map(ScalarNode::getValue)
                .filter(this::isKnown)
                .distinct()
                .toList();
        return names.isEmpty() ? null : names;
    }

    private boolean isKnown(String name) {
        return name.equals(Subjects.OWNER) || subjects.keys().containsKey(name);
    }
}
