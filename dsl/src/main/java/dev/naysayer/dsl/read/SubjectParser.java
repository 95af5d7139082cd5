package dev.naysayer.dsl.read;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.Subject;
import dev.naysayer.dsl.Subjects;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code subjects:} each by a name, and below it credentials of the suite with token sources of their own. */
final class SubjectParser {

    /** They mean something else where a subject's name may stand. */
    static final Set<String> TAKEN = Set.of(
            Subjects.OWNER,
            ObjectParser.ABSENT,
            "subject",
            "control",
            "control-after",
            Requirement.NOTHING,
            Subjects.DENIED,
            Subjects.FOREIGN);

    private final Vocabulary vocabulary;
    private final DeclaredCredentials declared;
    private final CredentialParser credentials;
    private final Problems problems;

    SubjectParser(
            Vocabulary vocabulary, DeclaredCredentials declared, CredentialParser credentials, Problems problems) {
        this.vocabulary = vocabulary;
        this.declared = declared;
        this.credentials = credentials;
        this.problems = problems;
    }

    /** Where each is named, those too that cannot be used, and those that can. */
    record Named(Map<String, ScalarNode> keys, List<Subject> read) {

        /** Of a suite in which it does not matter who asks. */
        static final Named NOBODY = new Named(Map.of(), List.of());

        /** The same names, without some of those who have rights or none: they are there for conditions alone. */
        Named without(Set<String> others) {
            return new Named(
                    keys,
                    read.stream().filter(it -> !others.contains(it.name())).toList());
        }
    }

    Named parse(@Nullable Node node) {
        if (node == null) {
            return Named.NOBODY;
        }
        List<Fields.Field> named = Fields.of(node, "'subjects'", problems).all();
        if (named.isEmpty()) {
            problems.at(
                    node, "'subjects' names nobody", "write 'alice: {…}' with a credential of hers, or leave it out");
        }
        Map<String, ScalarNode> keys = new LinkedHashMap<>();
        named.forEach(field -> keys.put(field.name(), field.key()));
        return new Named(
                keys,
                named.stream().map(this::subject).flatMap(Stream::ofNullable).toList());
    }

    private @Nullable Subject subject(Fields.Field named) {
        checkName(named.key());
        List<Fields.Field> below = credentials.below(named);
        if (below.isEmpty()) {
            problems.at(
                    named.key(),
                    "'%s' has no credential".formatted(named.name()),
                    "give a good one of theirs, in the place of the suite's: " + String.join(", ", declared.names()));
            return null;
        }
        List<CredentialDeclaration> read = below.stream()
                .map(field -> credential(named.name(), field))
                .flatMap(Stream::ofNullable)
                .toList();
        return read.isEmpty() ? null : new Subject(problems.position(named.key()), named.name(), read);
    }

    private @Nullable CredentialDeclaration credential(String subject, Fields.Field field) {
        CredentialDeclaration ofSuite = declared.read().get(field.name());
        if (ofSuite == null) {
            problems.hide(field.value());
            if (!declared.names().isEmpty() && !declared.names().contains(field.name())) {
                problems.unknown(field.key(), "credential", field.name(), declared.names());
            }
            return null;
        }
        return credentials.ofSubject(subject, field, ofSuite);
    }

    /** It stands in names of tests, beside those of conditions. */
    private void checkName(ScalarNode key) {
        String name = key.getValue();
        if (TAKEN.contains(name)
                || vocabulary.conditions().contains(name)
                || vocabulary.groups().containsKey(name)) {
            problems.at(
                    key,
                    "nobody can be called '%s', which means something else in a suite".formatted(name),
                    "call them by another name");
        } else if (!CredentialParser.NAME.matcher(name).matches()) {
            problems.at(
                    key,
                    "nobody can be called '%s'".formatted(name),
                    "call them by a name of letters, digits and '-', such as ward-nurse");
        }
    }
}
