package dev.naysayer.dsl.read;

import dev.naysayer.dsl.PathObjects;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code objects:} values of path parameters by the subject whose they are, and what becomes of them in the paths of operations. */
final class ObjectParser {

    /** Beside the names of subjects: what stands for an object that is not there. */
    static final String ABSENT = "absent";

    private final SubjectParser.Named subjects;
    private final PathValues values;
    private final Problems problems;
    private final Map<String, ObjectValues> byParameter = new LinkedHashMap<>();
    private final Set<String> inPaths = new HashSet<>();

    ObjectParser(SubjectParser.Named subjects, PathValues values, Problems problems, @Nullable Node node) {
        this.subjects = subjects;
        this.values = values;
        this.problems = problems;
        if (node != null) {
            read(node);
        }
    }

    private void read(Node node) {
        List<Fields.Field> parameters = Fields.of(node, "'objects'", problems).all();
        if (parameters.isEmpty()) {
            problems.at(node, "'objects' names no path parameter", "write 'order: {alice: 1001}', or leave it out");
        } else if (subjects.keys().isEmpty()) {
            problems.at(
                    parameters.get(0).key(),
                    "the suite has no subjects whose objects these could be",
                    "name them under 'subjects', or give operations their values below 'path'");
        }
        parameters.forEach(it -> byParameter.put(it.name(), values(it)));
    }

    private ObjectValues values(Fields.Field parameter) {
        Map<String, String> written = new LinkedHashMap<>();
        for (Fields.Field field : Fields.of(parameter.value(), "'%s'".formatted(parameter.name()), problems)
                .all()) {
            boolean known = field.name().equals(ABSENT) || subjects.keys().containsKey(field.name());
            if (!known && !subjects.keys().isEmpty()) {
                problems.unknown(
                        field.key(), "subject", field.name(), subjects.keys().keySet());
            }
            String value = values.of(field);
            if (value != null && !value.isEmpty()) {
                tellWhoseItIs(parameter.name(), field, value, written);
            }
            written.put(field.name(), value == null ? "" : value);
        }
        String absent = written.remove(ABSENT);
        if (written.isEmpty()) {
            problems.at(
                    parameter.key(),
                    "no subject owns a value of {%s}".formatted(parameter.name()),
                    "say whose each is: '%s: {alice: 1001, bob: 2001}'".formatted(parameter.name()));
        }
        Map<String, String> byOwner = new LinkedHashMap<>();
        subjects.keys()
                .keySet()
                .forEach(it -> Optional.ofNullable(written.get(it)).ifPresent(value -> byOwner.put(it, value)));
        return new ObjectValues(parameter.key(), byOwner, absent);
    }

    /** What is foreign to somebody must not be their own, and what is absent nobody's. */
    private void tellWhoseItIs(String parameter, Fields.Field field, String value, Map<String, String> written) {
        written.entrySet().stream()
                .filter(it -> it.getValue().equals(value))
                .findFirst()
                .ifPresent(other -> {
                    boolean absent =
                            field.name().equals(ABSENT) || other.getKey().equals(ABSENT);
                    String owner = field.name().equals(ABSENT) ? other.getKey() : field.name();
                    problems.at(
                            field.value(),
                            absent
                                    ? "the value of {%s} that does not exist is that of '%s'"
                                            .formatted(parameter, owner)
                                    : "'%s' and '%s' have the same value of {%s}"
                                            .formatted(other.getKey(), field.name(), parameter),
                            absent
                                    ? "give a value below 'absent' that does not exist"
                                    : "give each a value of their own, which is foreign to the other");
                });
    }

    private ObjectValues of(String parameter) {
        return Objects.requireNonNull(byParameter.get(parameter), parameter);
    }

    boolean isEmpty() {
        return byParameter.isEmpty();
    }

    /** Whether something is somebody's by this parameter. */
    boolean has(String parameter) {
        return byParameter.containsKey(parameter);
    }

    /** What all operations of the suite have in their paths, be it with values of their own. */
    void sawInPath(Set<String> parameters) {
        inPaths.addAll(parameters);
    }

    void findUnused() {
        byParameter.forEach((name, it) -> {
            if (!inPaths.contains(name)) {
                problems.at(
                        it.at(),
                        "no operation has {%s} in its path".formatted(name),
                        inPaths.isEmpty()
                                ? "write it into a path, 'GET /orders/{%s}', or leave it out".formatted(name)
                                : Suggestion.of(name, inPaths));
            }
        });
    }

    /**
     * What these parameters of a path are, of each owner who has all of them.
     *
     * @param operation where none is complete
     */
    List<PathObjects.Owned> all(ScalarNode operation, Set<String> parameters) {
        List<PathObjects.Owned> all = new ArrayList<>();
        for (String subject : subjects.keys().keySet()) {
            Map<String, String> theirs = new LinkedHashMap<>();
            for (String parameter : parameters) {
                String value = of(parameter).byOwner().get(subject);
                if (value != null) {
                    theirs.put(parameter, value);
                }
            }
            if (!parameters.isEmpty() && theirs.keySet().equals(parameters)) {
                all.add(new PathObjects.Owned(subject, theirs));
            }
        }
        boolean each = parameters.stream().noneMatch(it -> of(it).byOwner().isEmpty());
        if (parameters.size() > 1 && all.isEmpty() && each) {
            problems.at(
                    operation,
                    "no subject owns all that is in this path: %s".formatted(names(parameters)),
                    "give one subject a value of each below 'objects': a path leads to what is one subject's");
        }
        return all;
    }

    private static String names(Set<String> parameters) {
        return parameters.stream().map("{%s}"::formatted).collect(Collectors.joining(", "));
    }

    /** What these parameters are where nothing is there; only those of which the suite says so. */
    Map<String, String> absent(Set<String> parameters) {
        Map<String, String> absent = new LinkedHashMap<>();
        for (String parameter : parameters) {
            String value = of(parameter).absent();
            if (value != null) {
                absent.put(parameter, value);
            }
        }
        return absent;
    }

    /** What is hidden has to look like something. */
    void wantAbsent(Set<String> parameters) {
        for (String parameter : parameters) {
            ObjectValues values = of(parameter);
            if (values.absent() == null && !values.byOwner().isEmpty()) {
                problems.at(
                        values.at(),
                        "existence is hidden, and nothing says which {%s} does not exist".formatted(parameter),
                        "give a value for the answers to be compared with: '%s: {…, absent: 9999}'"
                                .formatted(parameter));
            }
        }
    }
}
