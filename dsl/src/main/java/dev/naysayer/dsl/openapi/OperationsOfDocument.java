package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.DocumentedAnswers;
import dev.naysayer.dsl.Methods;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Named;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.SuiteFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * {@code operations: {openapi: …}}: operations that an OpenAPI document lists. They are put into the words of a suite, each at its line of
 * the document, and read as if the suite had listed them: so all that a suite can say of operations holds for them, too.
 */
public final class OperationsOfDocument {

    private final Problems problems;
    private final SuiteFolder folder;
    private final Map<String, DocumentedAnswers> answers = new LinkedHashMap<>();
    private Set<String> files = Set.of();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> tested = new LinkedHashSet<>();
    private final Set<String> met = new LinkedHashSet<>();
    private @Nullable String untested;

    public OperationsOfDocument(Problems problems, SuiteFolder folder) {
        this.problems = problems;
        this.folder = folder;
    }

    /** What the document's files are called, by their paths from the suite's folder on; none where there is no document. */
    public Set<String> files() {
        Set<String> all = new LinkedHashSet<>(files);
        if (untested != null) {
            all.add(untested);
        }
        return all;
    }

    /** Operations of the document that no scenario tries, in its order. */
    public List<String> untested() {
        return names.stream().filter(it -> !tested.contains(it)).toList();
    }

    /** Whether the document could be read, so that its operations are known. */
    boolean isRead() {
        return !names.isEmpty();
    }

    /** What the file is called that lists them, from the suite's folder on; empty where the suite names none. */
    public static Optional<String> untestedFile(Node suite, SuiteFolder folder) {
        return suite instanceof MappingNode whole
                        && Joining.value(whole, Format.OPERATIONS) instanceof MappingNode operations
                        && Joining.value(operations, UntestedOperations.KEY) instanceof ScalarNode named
                ? Optional.of(folder.called(named, named.getValue()))
                : Optional.empty();
    }

    /** The same suite read as if it kept no such file: which operations would be tested, and which lack something. */
    public static OperationsOfDocument trial(MappingNode suite, Problems untold, SuiteFolder folder) {
        OperationsOfDocument trial = new OperationsOfDocument(untold, folder);
        trial.read(UntestedOperations.without(suite));
        return trial;
    }

    /** The suite with operations as it would list them; itself where no document lists them; empty where the document cannot be read. */
    public Optional<Node> read(Node suite) {
        if (!(suite instanceof MappingNode whole)
                || !(Joining.value(whole, Format.OPERATIONS) instanceof MappingNode operations)) {
            return Optional.of(suite);
        }
        Fields fields = Fields.of(operations, Format.DOCUMENT, problems);
        ScalarNode named = Fields.scalar(fields.require(Format.OPENAPI), "'openapi'", problems);
        if (named == null) {
            return Optional.empty();
        }
        OpenApiFiles read = new OpenApiFiles(problems, folder);
        files = read.names();
        return OpenApiDocument.read(named, read, problems)
                .flatMap(document -> new Listing(document, read, whole, fields, operations).list());
    }

    /** The suite that was read, each operation with what the document says of its answers. */
    public Reading.Understood documented(Reading.Understood read) {
        return answers.isEmpty()
                ? read
                : new Reading.Understood(
                        read.suite().documentedBy(answers), read.complete(), read.environments(), read.targetChosen());
    }

    /** One document's operations as a list. */
    private final class Listing {

        private final MappingNode suite;
        private final MappingNode said;
        private final String file;
        private final OpenApiDocument document;
        private final OpenApiSecurity security;
        private final DocumentValues values;
        private final OpenApiParameters parameters;
        private final OpenApiBodies bodies;
        private final OpenApiAnswers responses;
        private final DocumentChoice choice;
        private final Fields fields;
        private @Nullable OperationsOfDocument trial;

        Listing(OpenApiDocument document, OpenApiFiles read, MappingNode suite, Fields fields, MappingNode said) {
            this.document = document;
            this.fields = fields;
            this.suite = suite;
            this.said = said;
            this.file = problems.position(said).file();
            Set<String> schemes =
                    document.securitySchemes().stream().map(DocumentNode::name).collect(Collectors.toSet());
            this.choice = new DocumentChoice(fields, schemes, problems);
            this.security =
                    new OpenApiSecurity(read, document, problems, choice.leftOut(), DocumentCredentials.names(suite));
            this.values = new DocumentValues(fields.get("values"), problems);
            this.parameters = new OpenApiParameters(read, security, problems, suite, values);
            this.bodies = new OpenApiBodies(read, problems, document.isVersion30(), values);
            this.responses =
                    new OpenApiAnswers(read, new OpenApiSchemas(read, document.isVersion30()), document.server());
        }

        Optional<Node> list() {
            List<OpenApiDocument.Described> all = document.operations();
            Set<String> names = all.stream()
                    .map(OpenApiDocument.Described::name)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            choice.check(names);
            OperationsOfDocument.this.names.addAll(names);
            UntestedOperations ratchet =
                    UntestedOperations.read(fields, folder, problems).orElse(null);
            List<Node> items = new ArrayList<>();
            for (OpenApiDocument.Described operation : all) {
                boolean meant = choice.isMeant(operation.name());
                Named own = meant ? choice.take(operation.name()) : null;
                boolean lacksWhatItMay = meant && ratchet != null && isListedAndLacking(operation.name(), ratchet);
                if (meant && !lacksWhatItMay) {
                    MappingNode keys =
                            own == null ? DocumentText.mapping(List.of(), operation.at()) : (MappingNode) own.value();
                    item(operation, keys, own).ifPresent(it -> {
                        items.add(it);
                        tested.add(operation.name());
                    });
                } else if (ratchet != null) {
                    ratchet.meetUntested(operation, choice.isExcluded(operation.name()));
                }
            }
            if (ratchet != null) {
                untested = ratchet.name();
                tested.forEach(ratchet::meetTested);
                ratchet.check(names);
            }
            choice.others().forEach(it -> items.add(it(it.name(), it.value())));
            parameters.tell(file);
            bodies.tell(file);
            if (trial != null) {
                trial.met.forEach(values::meet);
            }
            values.tellUnused();
            met.addAll(values.met());
            security.tellMissing(file);
            if (items.isEmpty() && problems.isEmpty()) {
                problems.at(
                        said,
                        names.isEmpty()
                                ? "the document has no operation"
                                : "no operation of the document is included, and it has " + names.size(),
                        "say which: 'include: [GET *]'; those that change data stand below 'also': '- POST /orders: {mutates: true}'");
            }
            return items.isEmpty() ? Optional.empty() : Optional.of(suite(items));
        }

        /** What lacks something may wait, once it is listed; nothing is told of it. */
        private boolean isListedAndLacking(String name, UntestedOperations ratchet) {
            if (!ratchet.lists(name)) {
                return false;
            }
            if (trial == null) {
                trial = trial(suite, problems.anew(), folder);
            }
            return !trial.tested.contains(name);
        }

        private Optional<Node> item(OpenApiDocument.Described operation, MappingNode own, @Nullable Named said) {
            if (!isHere(operation) || !isAllowed(operation, own)) {
                return Optional.empty();
            }
            Optional<List<NodeTuple>> given = parameters.of(operation, own);
            Optional<List<NodeTuple>> body = bodies.of(operation, own);
            List<NodeTuple> keys = new ArrayList<>(given.orElse(List.of()));
            keys.addAll(body.orElse(List.of()));
            boolean secured = Joining.value(own, "requires") != null || addSecurity(operation, own, keys);
            if (given.isEmpty() || body.isEmpty() || !secured) {
                return Optional.empty();
            }
            responses.of(operation.node()).ifPresent(it -> answers.put(operation.name(), it));
            ScalarNode name = said == null ? DocumentText.of(operation.name(), operation.at()) : said.name();
            return Optional.of(it(
                    name, new Joining((path, value) -> {}).join(own, DocumentText.mapping(keys, operation.at()))));
        }

        /** A document may say of some operations that they are somewhere else: credentials must not go there unasked. */
        private boolean isHere(OpenApiDocument.Described operation) {
            DocumentNode servers = operation
                    .node()
                    .get("servers")
                    .or(() -> operation.path().get("servers"))
                    .orElse(null);
            if (servers != null) {
                problems.at(
                        servers.key(),
                        "%s has servers of its own, and a suite has one target".formatted(operation.name()),
                        "leave it out: 'exclude: {\"%s\": …}' with the reason; it may be in a suite of its own"
                                .formatted(operation.name()));
            }
            return servers == null;
        }

        private boolean isAllowed(OpenApiDocument.Described operation, MappingNode own) {
            String method = operation.name().substring(0, operation.name().indexOf(' '));
            boolean allowed = Methods.isSafe(method)
                    || Joining.value(own, "mutates") != null
                    || Joining.value(own, "kind") != null;
            if (!allowed) {
                problems.at(
                        operation.at(),
                        "%s may change data".formatted(operation.name()),
                        "say in %s, below 'operations', what it may do: 'also: [\"%s\": {mutates: true}]', or leave it out: 'exclude: {\"%2$s\": …}' with the reason"
                                .formatted(file, operation.name()));
            }
            return allowed;
        }

        private boolean addSecurity(OpenApiDocument.Described operation, MappingNode own, List<NodeTuple> keys) {
            OpenApiSecurity.Asked asked = security.of(operation);
            if (asked == null) {
                return false;
            }
            DocumentChoice.Chosen isOpen = choice.open(operation.name());
            if (!asked.isPublic()) {
                tellContradiction(operation, asked, isOpen);
                add("requires", OpenApiSecurity.requires(asked), keys);
                return addScopes(operation, asked, own, keys);
            }
            if (isOpen != null) {
                add("requires", DocumentText.of(Requirement.NOTHING, isOpen.at()), keys);
                return true;
            }
            if (!asked.said() && Joining.value(suite, "requires") != null) {
                return true;
            }
            problems.at(
                    asked.said() ? asked.at() : operation.at(),
                    "the document says that nobody needs a credential for %s".formatted(operation.name()),
                    "say in %s, below 'operations', that it is meant so: 'public: [\"%s\"]'; or correct its 'security'"
                            .formatted(file, operation.name()));
            return false;
        }

        private void tellContradiction(
                OpenApiDocument.Described operation,
                OpenApiSecurity.Asked asked,
                DocumentChoice.@Nullable Chosen isOpen) {
            if (isOpen != null && isOpen.isExact()) {
                problems.at(
                        isOpen.at(),
                        "the document asks for a credential for %s (%s)"
                                .formatted(operation.name(), problems.position(asked.at())),
                        "take it out of 'public', or correct 'security' of the document");
            }
        }

        private boolean addScopes(
                OpenApiDocument.Described operation,
                OpenApiSecurity.Asked asked,
                MappingNode own,
                List<NodeTuple> keys) {
            List<ScalarNode> scopes = OpenApiSecurity.scopes(asked);
            if (scopes == null && Joining.value(own, "scope") == null) {
                problems.at(
                        asked.at(),
                        "the alternatives of %s ask for different scopes, and a token is good for all of them"
                                .formatted(operation.name()),
                        "say in %s, below 'operations', which it has: 'also: [\"%s\": {scope: […]}]'"
                                .formatted(file, operation.name()));
                return false;
            }
            if (scopes != null && !scopes.isEmpty()) {
                add(
                        "scope",
                        DocumentText.list(scopes.stream().map(this::literal).toList(), asked.at()),
                        keys);
            }
            return true;
        }

        /** What a document says leads nowhere, however it looks. */
        private ScalarNode literal(ScalarNode scope) {
            if (Interpolation.hasReference(scope.getValue())) {
                problems.at(scope, "no scope looks like this", "correct it");
                return DocumentText.of("", scope);
            }
            return scope;
        }

        private void add(String key, Node value, List<NodeTuple> keys) {
            keys.add(new NodeTuple(DocumentText.of(key, value), value));
        }

        private Node it(ScalarNode name, Node keys) {
            return DocumentText.mapping(List.of(new NodeTuple(name, keys)), name);
        }

        private MappingNode suite(List<Node> items) {
            List<NodeTuple> entries = new ArrayList<>();
            for (NodeTuple entry : suite.getValue()) {
                boolean isList = entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(Format.OPERATIONS);
                entries.add(isList ? new NodeTuple(entry.getKeyNode(), DocumentText.list(items, said)) : entry);
            }
            return security.credentials().completed(Joining.with(suite, entries));
        }
    }
}
