package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

/**
 * {@code operations: {openapi: …}}: operations that an OpenAPI document lists. They are put into the words of a suite, each at its line of
 * the document, and read as if the suite had listed them: so all that a suite can say of operations holds for them, too.
 */
final class OperationsOfDocument {

    static final String OPERATIONS = "operations";
    static final String OPENAPI = "openapi";

    private static final List<OperationPattern> WHERE_NOTHING_IS_INCLUDED =
            List.of(new OperationPattern("GET *"), new OperationPattern("HEAD *"));

    private final Problems problems;
    private final SuiteFolder folder;
    private final Map<String, DocumentedAnswers> answers = new LinkedHashMap<>();
    private Set<String> files = Set.of();

    OperationsOfDocument(Problems problems, SuiteFolder folder) {
        this.problems = problems;
        this.folder = folder;
    }

    /** What the document's files are called, by their paths from the suite's folder on; none where there is no document. */
    Set<String> files() {
        return files;
    }

    /** The suite with operations as it would list them; itself where no document lists them; empty where the document cannot be read. */
    Optional<Node> read(Node suite) {
        if (!(suite instanceof MappingNode whole)
                || !(Joining.value(whole, OPERATIONS) instanceof MappingNode operations)) {
            return Optional.of(suite);
        }
        Fields fields = Fields.of(operations, Format.DOCUMENT, problems);
        ScalarNode named = Fields.scalar(fields.require(OPENAPI), "'openapi'", problems);
        if (named == null) {
            return Optional.empty();
        }
        OpenApiFiles read = new OpenApiFiles(problems, folder);
        files = read.names();
        return OpenApiDocument.read(named, read, problems)
                .flatMap(document -> new Listing(document, read, whole, fields, operations).list());
    }

    /** The suite that was read, each operation with what the document says of its answers. */
    Reading.Understood documented(Reading.Understood read) {
        return answers.isEmpty()
                ? read
                : new Reading.Understood(
                        read.suite().documentedBy(answers), read.complete(), read.environments(), read.targetChosen());
    }

    /** Names of operations with {@code *}, as a suite writes them, of which each has to fit something. */
    private record Chosen(ScalarNode at, OperationPattern pattern) {

        boolean fits(String name) {
            return pattern.fits(name);
        }

        boolean isExact() {
            return pattern.text().indexOf('*') < 0;
        }
    }

    /** One document's operations as a list. */
    private final class Listing {

        private final MappingNode suite;
        private final MappingNode said;
        private final Fields fields;
        private final String file;
        private final OpenApiDocument document;
        private final OpenApiSecurity security;
        private final OpenApiParameters parameters;
        private final OpenApiAnswers responses;
        private final Map<String, Named> also;
        private final List<Chosen> excluded;
        private final List<Chosen> included;
        private final List<Chosen> open;

        Listing(OpenApiDocument document, OpenApiFiles read, MappingNode suite, Fields fields, MappingNode said) {
            this.document = document;
            this.suite = suite;
            this.said = said;
            this.fields = fields;
            this.file = problems.position(said).file();
            this.excluded = excluded(fields.get("exclude"));
            Set<String> schemes =
                    document.securitySchemes().stream().map(DocumentNode::name).collect(Collectors.toSet());
            Set<String> leftOut = excluded.stream()
                    .map(it -> it.pattern().text())
                    .filter(schemes::contains)
                    .collect(Collectors.toSet());
            excluded.removeIf(it -> leftOut.contains(it.pattern().text()));
            this.security = new OpenApiSecurity(read, document, problems, leftOut, credentials());
            this.parameters = new OpenApiParameters(read, security, problems, suite, fields.get("values"));
            this.responses = new OpenApiAnswers(read, new OpenApiSchemas(read, document.isVersion30()));
            this.included = chosen(fields.get("include"), "'include'");
            this.open = chosen(fields.get("public"), "'public'");
            this.also = also(fields.get("also"));
        }

        Optional<Node> list() {
            List<OpenApiDocument.Described> all = document.operations();
            Set<String> names = all.stream()
                    .map(OpenApiDocument.Described::name)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Stream.of(excluded, included, open)
                    .flatMap(List::stream)
                    .filter(it -> !names.isEmpty() && names.stream().noneMatch(it::fits))
                    .forEach(it ->
                            problems.unknown(it.at(), "operation", it.pattern().text(), names));
            List<Node> items = new ArrayList<>();
            for (OpenApiDocument.Described operation : all) {
                if (isChosen(operation)) {
                    Named own = also.remove(operation.name());
                    MappingNode keys =
                            own == null ? DocumentText.mapping(List.of(), operation.at()) : (MappingNode) own.value();
                    item(operation, keys, own).ifPresent(items::add);
                }
            }
            also.values().forEach(it -> items.add(it(it.name(), it.value())));
            parameters.tell(file);
            security.tellMissing(file);
            if (items.isEmpty() && !names.isEmpty() && problems.isEmpty()) {
                problems.at(
                        said,
                        "no operation of the document is included, and it has " + names.size(),
                        "say which: 'include: [GET *]'; those that change data stand below 'also': '- %s: {mutates: true}'"
                                .formatted(names.iterator().next()));
            }
            return items.isEmpty() ? Optional.empty() : Optional.of(suite(items));
        }

        private boolean isChosen(OpenApiDocument.Described operation) {
            String name = operation.name();
            Chosen out =
                    excluded.stream().filter(it -> it.fits(name)).findFirst().orElse(null);
            Named own = also.get(name);
            if (own != null && out != null) {
                problems.at(
                        own.name(),
                        "'exclude' leaves %s out".formatted(name),
                        "keep one of the two; it stands in line %d"
                                .formatted(problems.position(out.at()).line()));
                also.remove(name);
            }
            return out == null && (own != null || isIncluded(name));
        }

        private boolean isIncluded(String name) {
            return fields.get("include") == null
                    ? WHERE_NOTHING_IS_INCLUDED.stream().anyMatch(it -> it.fits(name))
                    : included.stream().anyMatch(it -> it.fits(name));
        }

        private Optional<Node> item(OpenApiDocument.Described operation, MappingNode own, @Nullable Named said) {
            if (!isHere(operation) || !isAllowed(operation, own)) {
                return Optional.empty();
            }
            Optional<List<NodeTuple>> values = parameters.of(operation, own);
            List<NodeTuple> keys = new ArrayList<>(values.orElse(List.of()));
            boolean secured = Joining.value(own, "requires") != null || addSecurity(operation, own, keys);
            if (values.isEmpty() || !secured) {
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
            boolean allowed = Methods.isSafe(method) || Joining.value(own, "mutates") != null;
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
            Chosen isOpen = open.stream()
                    .filter(it -> it.fits(operation.name()))
                    .findFirst()
                    .orElse(null);
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
                OpenApiDocument.Described operation, OpenApiSecurity.Asked asked, @Nullable Chosen isOpen) {
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

        /** The suite's credentials are completed wherever they stand: an environment may have them all. */
        private MappingNode suite(List<Node> items) {
            List<NodeTuple> entries = new ArrayList<>();
            for (NodeTuple entry : suite.getValue()) {
                String key = entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
                Node value = entry.getValueNode();
                if (key.equals(OPERATIONS)) {
                    value = DocumentText.list(items, value);
                } else if (key.equals("credentials") && value instanceof MappingNode named) {
                    value = security.completed(named);
                } else if (key.equals(EnvironmentsParser.KEY)
                        && Joining.value(suite, "credentials") == null
                        && value instanceof MappingNode environments) {
                    value = inEach(environments);
                }
                entries.add(new NodeTuple(entry.getKeyNode(), value));
            }
            return Joining.with(suite, entries);
        }

        private MappingNode inEach(MappingNode environments) {
            return Joining.with(
                    environments,
                    environments.getValue().stream()
                            .map(it -> it.getValueNode() instanceof MappingNode one
                                    ? new NodeTuple(it.getKeyNode(), completed(one))
                                    : it)
                            .toList());
        }

        private MappingNode completed(MappingNode environment) {
            return Joining.with(
                    environment,
                    environment.getValue().stream()
                            .map(it -> it.getKeyNode() instanceof ScalarNode name
                                            && name.getValue().equals("credentials")
                                            && it.getValueNode() instanceof MappingNode named
                                    ? new NodeTuple(name, security.completed(named))
                                    : it)
                            .toList());
        }

        private Set<String> credentials() {
            Stream<Node> ofEnvironments = Joining.value(suite, EnvironmentsParser.KEY) instanceof MappingNode all
                    ? DocumentNode.root(all).members().stream().map(DocumentNode::value)
                    : Stream.of();
            return Stream.concat(Stream.of(suite), ofEnvironments)
                    .map(DocumentNode::root)
                    .flatMap(it -> it.get("credentials").stream())
                    .flatMap(it -> it.members().stream())
                    .map(DocumentNode::name)
                    .collect(Collectors.toSet());
        }

        private List<Chosen> chosen(@Nullable Node node, String what) {
            return Fields.oneOrMore(node, what, problems).stream()
                    .map(it -> new Chosen(it, new OperationPattern(it.getValue())))
                    .toList();
        }

        private List<Chosen> excluded(@Nullable Node node) {
            List<Chosen> read = new ArrayList<>();
            if (node != null) {
                for (Fields.Field field : Fields.of(node, "'exclude'", problems).all()) {
                    String what = "the reason of '%s'".formatted(field.name());
                    if (Fields.isEmpty(field.value())) {
                        problems.at(
                                field.key(),
                                "nothing says why '%s' is left out".formatted(field.name()),
                                "give the reason behind it");
                    } else {
                        Fields.words(field.value(), what, problems);
                    }
                    read.add(new Chosen(field.key(), new OperationPattern(field.name())));
                }
            }
            return read;
        }

        private Map<String, Named> also(@Nullable Node node) {
            Map<String, Named> read = new LinkedHashMap<>();
            for (Node item : Fields.items(node, "'also'", problems)) {
                Named named = Named.of(item, "an operation", problems);
                if (named == null) {
                    continue;
                }
                Node keys =
                        Fields.isEmpty(named.value()) ? DocumentText.mapping(List.of(), named.name()) : named.value();
                if (!(keys instanceof MappingNode)) {
                    Fields.of(keys, "an operation", problems);
                    continue;
                }
                Named earlier = read.putIfAbsent(
                        named.name().getValue().trim().replaceFirst("\\s+", " "), new Named(named.name(), keys));
                if (earlier != null) {
                    problems.at(
                            item,
                            "the operation '%s' stands here twice"
                                    .formatted(named.name().getValue()),
                            "it is in line %d already: keep one of them"
                                    .formatted(problems.position(earlier.name()).line()));
                }
            }
            return read;
        }
    }
}
