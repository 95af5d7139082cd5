package dev.naysayer.dsl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code allows:} of a suite and of its operations: which subjects may; all others may not. */
final class AllowsParser {

    private final SubjectParser.Named subjects;
    private final Problems problems;
    private final @Nullable List<String> byDefault;
    private final Map<String, List<String>> allowed = new LinkedHashMap<>();

    /** @param ofSuite what the suite says for all its operations, or null */
    AllowsParser(SubjectParser.Named subjects, Problems problems, @Nullable Node ofSuite) {
        this.subjects = subjects;
        this.problems = problems;
        this.byDefault = ofSuite == null ? null : names(ofSuite);
    }

    /** Who may, by the names of operations; none at which it does not matter. */
    Map<String, List<String>> allowed() {
        return allowed;
    }

    /** @param name what the operation is called everywhere */
    void read(ScalarNode operation, String name, Requirement requires, @Nullable Node node) {
        List<Subject> asking =
                subjects.read().stream().filter(it -> it.canAsk(requires)).toList();
        List<String> said = node == null ? byDefault : names(node);
        if (node != null && said != null) {
            checkCredentials(node, requires, asking);
        }
        if (asking.isEmpty()) {
            return;
        }
        if (said == null && node == null) {
            problems.at(
                    operation,
                    "nothing says which subjects may do this: "
                            + asking.stream().map(Subject::name).collect(Collectors.joining(", ")),
                    "name those who may, here or for all operations: 'allows: [%s]'; all others may not"
                            .formatted(asking.get(0).name()));
            return;
        }
        allowed.putIfAbsent(name, said == null ? List.of() : said);
    }

    /** Whoever has no credential for an operation can ask for nothing there, whatever a suite allows. */
    private void checkCredentials(Node node, Requirement requires, List<Subject> asking) {
        Set<String> able = asking.stream().map(Subject::name).collect(Collectors.toSet());
        Set<String> read = subjects.read().stream().map(Subject::name).collect(Collectors.toSet());
        for (ScalarNode name : Fields.oneOrMore(node, "'allows'", problems)) {
            if (read.contains(name.getValue()) && !able.contains(name.getValue())) {
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
                .filter(name -> !subjects.keys().containsKey(name.getValue()))
                .forEach(name -> problems.unknown(
                        name, "subject", name.getValue(), subjects.keys().keySet()));
        List<String> names = written.stream()
                .map(ScalarNode::getValue)
                .filter(subjects.keys()::containsKey)
                .distinct()
                .toList();
        return names.isEmpty() ? null : names;
    }
}
