package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.Methods;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Named;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** An operation of a document as a suite would list it: its request, and the credential that it asks for. */
final class OperationItems {

    private final Problems problems;
    private final MappingNode suite;
    private final String file;
    private final OpenApiSecurity security;
    private final DocumentChoice choice;
    private final OpenApiParameters parameters;
    private final OpenApiBodies bodies;

    /** @param file where the suite has {@code operations:} */
    OperationItems(
            Problems problems,
            MappingNode suite,
            String file,
            OpenApiSecurity security,
            DocumentChoice choice,
            OpenApiParameters parameters,
            OpenApiBodies bodies) {
        this.problems = problems;
        this.suite = suite;
        this.file = file;
        this.security = security;
        this.choice = choice;
        this.parameters = parameters;
        this.bodies = bodies;
    }

    /**
     * An item of {@code operations:}; empty where it lacks something, which is told.
     *
     * @param said what the suite says of it by itself, or null
     */
    Optional<MappingNode> of(OpenApiDocument.Described operation, @Nullable Named said) {
        MappingNode own = said == null ? DocumentText.mapping(List.of(), operation.at()) : (MappingNode) said.value();
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
        ScalarNode name = said == null ? DocumentText.of(operation.name(), operation.at()) : said.name();
        return Optional.of(DocumentText.item(
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
        boolean allowed =
                Methods.isSafe(method) || Joining.value(own, "mutates") != null || Joining.value(own, "kind") != null;
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
            OpenApiDocument.Described operation, OpenApiSecurity.Asked asked, DocumentChoice.@Nullable Chosen isOpen) {
        if (isOpen != null && isOpen.isExact()) {
            problems.at(
                    isOpen.at(),
                    "the document asks for a credential for %s (%s)"
                            .formatted(operation.name(), problems.position(asked.at())),
                    "take it out of 'public', or correct 'security' of the document");
        }
    }

    private boolean addScopes(
            OpenApiDocument.Described operation, OpenApiSecurity.Asked asked, MappingNode own, List<NodeTuple> keys) {
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
            add("scope", DocumentText.list(scopes.stream().map(this::literal).toList(), asked.at()), keys);
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

    /** Tells of each value once that requests lack. */
    void tellMissing() {
        parameters.tell(file);
        bodies.tell(file);
    }
}
