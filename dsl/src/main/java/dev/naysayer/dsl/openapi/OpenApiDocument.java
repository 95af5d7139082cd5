package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.DocumentedServer;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * An OpenAPI document of version 3.0, 3.1 or 3.2, as far as a suite needs it: operations, what they ask for, and what is said of refusals.
 * All else in it may be as it likes.
 */
final class OpenApiDocument {

    /** The members of a path item that are operations. */
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final OpenApiFiles files;
    private final Problems problems;
    private final DocumentNode root;
    private final boolean version30;

    /**
     * An operation of the document.
     *
     * @param name {@code GET /orders/{id}}
     * @param at the node that names its method
     * @param path the path that it stands below
     * @param node what is said of it
     */
    record Described(String name, ScalarNode at, DocumentNode path, DocumentNode node) {}

    private OpenApiDocument(OpenApiFiles files, Problems problems, DocumentNode root, boolean version30) {
        this.files = files;
        this.problems = problems;
        this.root = root;
        this.version30 = version30;
    }

    /** Empty where a file is none, which is told. */
    static Optional<OpenApiDocument> read(ScalarNode named, OpenApiFiles files, Problems problems) {
        String name = named.getValue();
        if (Interpolation.hasReference(name)) {
            problems.at(
                    named,
                    "the name of a document is no reference",
                    "write the name itself: operations are the same everywhere");
            return Optional.empty();
        }
        if (name.matches("(?i)https?://.*")) {
            problems.at(
                    named,
                    "'openapi' names an address, and nothing is fetched while tests are looked for",
                    "save the document beside the suite and name that, 'openapi: openapi.%1$s': curl -o openapi.%1$s '%2$s'"
                            .formatted(name.matches("(?i)[^?#]*\\.json(?:[?#].*)?") ? "json" : "yaml", shell(name)));
            return Optional.empty();
        }
        return files.root(named, name)
                .filter(root -> isDocument(root, problems))
                .map(root -> new OpenApiDocument(files, problems, root, isVersion(root, "3.0")));
    }

    /** In single quotes nothing means anything to a shell but the quote. */
    private static String shell(String address) {
        return address.replace("'", "%27");
    }

    private static boolean isDocument(DocumentNode root, Problems problems) {
        String fault = null;
        if (!(root.value() instanceof MappingNode)) {
            fault = "this is no OpenAPI document";
        } else if (root.get("swagger").isPresent()) {
            problems.at(
                    root.get("swagger").get().key(),
                    "this is a document of Swagger %s, which is older than OpenAPI".formatted(root.text("swagger")),
                    "convert it to OpenAPI 3: npx swagger2openapi -o openapi.yaml <file>");
            return false;
        } else if (root.get("openapi").isEmpty()) {
            fault = "this is no OpenAPI document: it has no 'openapi'";
        } else if (!isVersion(root, "3.0") && !isVersion(root, "3.1") && !isVersion(root, "3.2")) {
            problems.at(
                    root.get("openapi").get().value(),
                    "OpenAPI '%s' is not known here".formatted(root.text("openapi")),
                    "known are 3.0, 3.1 and 3.2: 'openapi: 3.1.1'");
            return false;
        }
        if (fault != null) {
            problems.at(root.value(), fault, "name the file that begins with 'openapi: 3.1.1' or another 3.x");
        }
        return fault == null;
    }

    private static boolean isVersion(DocumentNode root, String version) {
        String said = root.text("openapi");
        return said != null && (said.equals(version) || said.startsWith(version + "."));
    }

    boolean isVersion30() {
        return version30;
    }

    /** Where it says its version. */
    DocumentNode beginning() {
        return root.get("openapi").orElse(root);
    }

    /** What the API is called; empty where it is not said. */
    String title() {
        return root.get("info").map(it -> it.text("title")).orElse("");
    }

    /** Where the API is, as far as the document says it for all operations. */
    List<DocumentNode> servers() {
        return root.get("servers").map(DocumentNode::items).orElse(List.of());
    }

    /** The first of them, its variables by their defaults; null where there is none, or where it leads nowhere that is known. */
    @Nullable
    DocumentedServer server() {
        DocumentNode first = servers().stream().findFirst().orElse(null);
        DocumentNode url = first == null ? null : first.get("url").orElse(null);
        if (first == null || url == null || url.text() == null) {
            return null;
        }
        String filled = url.text();
        for (DocumentNode variable :
                first.get("variables").map(DocumentNode::members).orElse(List.of())) {
            String byDefault = variable.text("default");
            filled = byDefault == null ? filled : filled.replace("{" + variable.name() + "}", byDefault);
        }
        return filled.matches("[!-z|~]{1,300}") && !filled.contains("{")
                ? new DocumentedServer(problems.position(url.value()), filled)
                : null;
    }

    /** What all operations ask for that do not say it; null where the document does not say. */
    @Nullable
    DocumentNode security() {
        return root.get("security").orElse(null);
    }

    /** The schemes by which credentials travel, each with what it is. */
    List<DocumentNode> securitySchemes() {
        return root.get("components").flatMap(it -> it.get("securitySchemes")).stream()
                .flatMap(it -> it.members().stream())
                .toList();
    }

    /** All operations in their order. */
    List<Described> operations() {
        DocumentNode paths = root.get("paths").orElse(null);
        if (paths == null || !(paths.value() instanceof MappingNode)) {
            problems.at(
                    paths == null ? root.value() : paths.value(),
                    "the document has no paths",
                    "name a document that has operations, or list them: 'operations: [GET /orders]'");
            return List.of();
        }
        List<Described> operations = new ArrayList<>();
        for (DocumentNode path : paths.members()) {
            if (path.name().startsWith("/")) {
                files.resolved(path).ifPresent(item -> add(path, item, operations));
            }
        }
        return operations;
    }

    private void add(DocumentNode path, DocumentNode item, List<Described> operations) {
        Set<String> seen = new HashSet<>();
        for (DocumentNode member : item.members()) {
            if (METHODS.contains(member.name()) && seen.add(member.name())) {
                add(path, item, member, member.name().toUpperCase(Locale.ROOT), operations);
            } else if (member.name().equals("additionalOperations")) {
                member.members().forEach(it -> add(path, item, it, it.name(), operations));
            }
        }
    }

    private void add(
            DocumentNode path, DocumentNode item, DocumentNode member, String method, List<Described> operations) {
        if (!(member.value() instanceof MappingNode)) {
            problems.at(
                    member.key(),
                    "'%s' of %s has to be a mapping".formatted(member.name(), path.name()),
                    "write what the operation is below it");
            return;
        }
        operations.add(new Described(method + " " + path.name(), (ScalarNode) member.key(), item, member));
    }
}
