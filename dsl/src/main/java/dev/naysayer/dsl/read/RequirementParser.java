package dev.naysayer.dsl.read;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.OperationKind;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.Subject;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * {@code requires:} of a suite and of its operations: {@code none}, {@code token}, {@code [token, key]} for either, {@code [[token,
 * key]]} for both together.
 */
final class RequirementParser {

    private final DeclaredCredentials declared;
    private final Vocabulary vocabulary;
    private final Problems problems;
    private final @Nullable Requirement byDefault;
    private final Set<String> required = new HashSet<>();

    /** @param ofSuite what the suite says for all its operations, or null */
    RequirementParser(DeclaredCredentials declared, Vocabulary vocabulary, Problems problems, @Nullable Node ofSuite) {
        this.declared = declared;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.byDefault = ofSuite == null ? onlyOne().orElse(null) : read(ofSuite);
    }

    /**
     * What an operation requires: what it says itself, or what holds for all.
     *
     * <p>A request that changes nothing is worth no forging, so of what holds for all a guard is left out there: that it gets through
     * without is what its control shows.
     */
    Requirement of(ScalarNode operation, String method, @Nullable Node node) {
        if (node != null) {
            return read(node);
        }
        if (byDefault == null && !declared.names().isEmpty()) {
            problems.at(
                    operation,
                    "the suite has several credentials, and nothing says which of them this requires",
                    "say it here or for all operations: [%s] is either of them, [[%1$s]] both together"
                            .formatted(String.join(
                                    ", ", declared.names().stream().limit(2).toList())));
        }
        return byDefault == null
                ? Requirement.NONE
                : Operation.isSafe(method) ? byDefault.without(this::isGuard) : byDefault;
    }

    /** A client's credential changes the form that such an endpoint takes, and has a meaning nowhere else. */
    void wantKind(ScalarNode operation, Requirement required, @Nullable Node node) {
        required.alternatives().stream()
                .flatMap(alternative -> alternative.credentials().stream())
                .filter(this::isOfClient)
                .findFirst()
                .ifPresent(client -> problems.at(
                        node == null ? operation : node,
                        "'%s' is a client's credential, and nothing says that this is an endpoint for clients"
                                .formatted(client),
                        "say which one it is, 'kind: %s'; or what else the operation requires, or 'requires: none'"
                                .formatted(String.join("', 'kind: ", OperationKind.names()))));
    }

    /** What travels in a form needs one. Where an operation that may change something has no body, the form holds nothing else. */
    void wantForm(
            ScalarNode operation,
            String method,
            Requirement required,
            @Nullable RequestBody body,
            @Nullable Node node) {
        boolean takesOne =
                body == null ? !Operation.isSafe(method) : RequestBody.isForm(body.mediaType()) && !body.bytes();
        if (takesOne) {
            return;
        }
        required.alternatives().stream()
                .flatMap(alternative -> alternative.credentials().stream())
                .filter(this::isInForm)
                .findFirst()
                .ifPresent(name -> problems.at(
                        node == null ? operation : node,
                        "'%s' travels in a form, and %s"
                                .formatted(
                                        name,
                                        body == null ? method + " without a body sends none" : "the body is none"),
                        "write the body's fields and 'media-type: %s'; or say what else the operation requires"
                                .formatted(RequestBody.FORM)));
    }

    private boolean isInForm(String name) {
        CredentialDeclaration one = declared.read().get(name);
        return one != null && vocabulary.isInForm(one);
    }

    /** A guard is of one session: beside another one it is refused, whatever its owner may do. */
    void wantOwnGuards(SubjectParser.Named subjects, List<Operation> operations) {
        List<List<String>> guarded = operations.stream()
                .flatMap(it -> it.requires().alternatives().stream())
                .map(Requirement.Alternative::credentials)
                .filter(together -> together.stream().anyMatch(this::isGuard))
                .distinct()
                .toList();
        for (Subject subject : subjects.read()) {
            Set<String> theirs = subject.credentials().stream()
                    .map(CredentialDeclaration::name)
                    .collect(Collectors.toSet());
            guarded.stream()
                    .filter(together -> together.stream().anyMatch(theirs::contains) && !theirs.containsAll(together))
                    .findFirst()
                    .ifPresent(together -> tellOthersGuard(
                            Objects.requireNonNull(subjects.keys().get(subject.name())), together, theirs));
        }
    }

    private void tellOthersGuard(ScalarNode subject, List<String> together, Set<String> theirs) {
        String own = together.stream().filter(theirs::contains).findFirst().orElseThrow();
        String lacking =
                together.stream().filter(it -> !theirs.contains(it)).findFirst().orElseThrow();
        problems.at(
                subject,
                "'%s' has '%s' of their own, and not '%s', which belongs to the same session"
                        .formatted(subject.getValue(), own, lacking),
                "give it below '%s', by the same log-in: '%s: {login: …}'".formatted(subject.getValue(), lacking));
    }

    private boolean isOfClient(String name) {
        CredentialDeclaration one = declared.read().get(name);
        return one != null && vocabulary.isOfClient(one);
    }

    private boolean isGuard(String name) {
        CredentialDeclaration one = declared.read().get(name);
        return one != null && vocabulary.guards(one);
    }

    /** A guard is no alternative to what it stands beside, so it is none where there is nothing else to choose. */
    private Optional<Requirement> onlyOne() {
        long others = declared.names().stream().filter(name -> !isGuard(name)).count();
        if (others == 0) {
            declared.keys().values().stream().findFirst().ifPresent(this::tellGuardAlone);
        }
        return declared.names().size() == 1 || others == 1
                ? Optional.of(new Requirement(List.of(new Requirement.Alternative(List.copyOf(declared.names())))))
                : Optional.empty();
    }

    /**
     * A credential that no operation asks for; the only one of a suite is tried at public operations. Not where nothing is said of what
     * operations ask for, which is a problem already.
     */
    void findUnused() {
        if (declared.names().size() > 1 && !required.isEmpty()) {
            declared.keys().forEach((name, key) -> {
                if (!required.contains(name) && declared.read().containsKey(name)) {
                    problems.at(
                            key,
                            "nothing requires the credential '%s'".formatted(name),
                            "name it in 'requires', or leave it out");
                }
            });
        }
    }

    private Requirement read(Node node) {
        if (node instanceof ScalarNode scalar && scalar.getValue().equals(Requirement.NOTHING)) {
            return Requirement.NONE;
        }
        List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        if (items.isEmpty()) {
            problems.at(node, "'requires' names no credential", "write 'requires: none' for a public operation");
        }
        List<Requirement.Alternative> alternatives = new ArrayList<>();
        for (Node item : items) {
            Requirement.Alternative alternative = alternative(item);
            if (alternative != null && isAnother(alternative, alternatives, item)) {
                alternatives.add(alternative);
            }
        }
        return new Requirement(alternatives);
    }

    private Requirement.@Nullable Alternative alternative(Node item) {
        if (item instanceof ScalarNode scalar && scalar.getValue().equals(Requirement.NOTHING)) {
            return Requirement.Alternative.NOTHING;
        }
        List<Node> together = item instanceof SequenceNode list ? list.getValue() : List.of(item);
        if (together.isEmpty()) {
            problems.at(
                    item,
                    "this alternative names no credential",
                    "name one, or write 'none' where a credential is optional");
        }
        List<ScalarNode> names =
                together.stream().map(this::name).flatMap(Stream::ofNullable).toList();
        List<String> known = new ArrayList<>();
        for (ScalarNode name : names) {
            if (known.contains(name.getValue())) {
                problems.at(
                        name, "the credential '%s' stands here twice".formatted(name.getValue()), "keep one of them");
            } else if (isApart(name, known)) {
                known.add(name.getValue());
            }
        }
        if (!known.isEmpty() && known.stream().allMatch(this::isGuard)) {
            tellGuardAlone(names.get(0));
        }
        return known.isEmpty() ? null : new Requirement.Alternative(known);
    }

    private void tellGuardAlone(ScalarNode guard) {
        problems.at(
                guard,
                "'%s' proves nobody's identity, and no credential that does stands beside it"
                        .formatted(guard.getValue()),
                "declare the session that it belongs to, and require both: 'requires: [[session, %s]]'"
                        .formatted(guard.getValue()));
    }

    /** A name of one of the suite's credentials; null where it is none. */
    private @Nullable ScalarNode name(Node node) {
        if (node instanceof MappingNode) {
            problems.at(
                    node,
                    "'requires' is made of names of credentials",
                    "write [token, key] for either of them, [[token, key]] for both together");
            return null;
        }
        ScalarNode name = Fields.scalar(node, "a credential's name", problems);
        if (name == null || declared.names().isEmpty()) {
            return null;
        }
        if (name.getValue().equals(Requirement.NOTHING)) {
            problems.at(
                    name,
                    "'none' stands beside a credential that is needed",
                    "write [none, token] where a credential is optional, or leave 'none' out");
            return null;
        }
        if (!declared.names().contains(name.getValue())) {
            problems.unknown(name, "credential", name.getValue(), declared.names());
            return null;
        }
        required.add(name.getValue());
        return name;
    }

    /** Two credentials in one place cannot be sent together: the API would read one of them, and nobody knows which. */
    private boolean isApart(ScalarNode name, List<String> others) {
        String place = place(name.getValue());
        for (String other : others) {
            if (place != null && place.equalsIgnoreCase(place(other))) {
                problems.at(
                        name,
                        "'%s' travels where '%s' does, in %s".formatted(name.getValue(), other, place),
                        "write [%s, %s] where either is enough; or correct where one of them travels"
                                .formatted(other, name.getValue()));
                return false;
            }
        }
        return true;
    }

    private @Nullable String place(String name) {
        CredentialDeclaration one = declared.read().get(name);
        return one == null ? null : vocabulary.place(one).orElse(null);
    }

    private boolean isAnother(Requirement.Alternative alternative, List<Requirement.Alternative> others, Node item) {
        for (Requirement.Alternative other : others) {
            if (other.isNothing() != alternative.isNothing()) {
                continue;
            }
            if (alternative.includes(other) || other.includes(alternative)) {
                Requirement.Alternative fewer = alternative.includes(other) ? other : alternative;
                problems.at(
                        item,
                        "%s is enough by another alternative".formatted(fewer.words()),
                        "keep one of the two alternatives");
                return false;
            }
        }
        return true;
    }
}
