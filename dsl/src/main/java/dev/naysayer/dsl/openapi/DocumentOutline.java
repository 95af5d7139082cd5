package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.Methods;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.SourceText;
import dev.naysayer.dsl.source.SuiteFolder;
import dev.naysayer.dsl.source.YamlTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * What an OpenAPI document says of itself, for whoever writes a first suite of it. All texts are the document's own, whatever it says.
 *
 * @param title what the API is called; empty where it is not said
 * @param servers base URLs in the document's order, each perhaps a template or a path alone
 * @param schemes how credentials travel
 * @param operations in the document's order
 * @param files what its files are called, by their paths from the root on, as far as they were needed
 * @param problems why it cannot be read; empty where it can
 */
public record DocumentOutline(
        String title,
        List<Server> servers,
        List<Scheme> schemes,
        List<Described> operations,
        Set<String> files,
        List<Problem> problems) {

    /**
     * Where the API is.
     *
     * @param description what it is for, or null
     */
    public record Server(String url, @Nullable String description) {}

    /**
     * A security scheme.
     *
     * @param type {@code oauth2}, {@code http digest}
     * @param travels what a suite calls it, {@code bearer}; null where no suite can present it
     * @param format what the document says of a token's form, {@code JWT}, or null
     * @param issuer where OpenID Connect's metadata are, or null
     * @param tokenEndpoint the first of OAuth 2's flows that has one, or null
     * @param at where it stands
     */
    public record Scheme(
            String name,
            String type,
            @Nullable String travels,
            @Nullable String format,
            @Nullable String issuer,
            @Nullable String tokenEndpoint,
            Extent at) {

        /** Whether the connection brings it, so that it is passed over beside others. */
        public boolean isOfConnection() {
            return type.equals(OpenApiSecurity.OF_CONNECTION);
        }
    }

    /**
     * An operation.
     *
     * @param name {@code GET /orders/{id}}
     * @param safe whether its method changes nothing
     * @param elsewhere whether it has servers of its own
     * @param asks whether the document says what it asks for
     * @param alternatives names of security schemes that open it together: any of them is enough, and an empty one is nothing
     * @param lacking what a request needs and the document gives no value for
     * @param at where it stands
     */
    public record Described(
            String name,
            boolean safe,
            boolean elsewhere,
            boolean asks,
            List<Set<String>> alternatives,
            List<Lacking> lacking,
            Extent at) {

        /** Whether the document says, or does not deny, that nobody needs a credential. */
        public boolean isPublic() {
            return alternatives.stream().allMatch(Set::isEmpty);
        }
    }

    /**
     * A parameter.
     *
     * @param in path, query, header or cookie
     */
    public record Lacking(String in, String name) {}

    /** From where to where something stands in a file. */
    public record Extent(Position from, Position to) {

        static Extent of(Node key, Node value) {
            Position from = position(key.getStartMark());
            Position to = position(value.getEndMark());
            return new Extent(from, to);
        }

        private static Position position(Optional<Mark> mark) {
            return mark.map(it -> new Position(it.getName(), it.getLine() + 1, it.getColumn() + 1))
                    .orElse(new Position("", 1, 1));
        }

        /** Whether a place is in it. */
        public boolean holds(Position at) {
            return at.file().equals(from.file()) && !isBefore(at, from) && isBefore(at, to);
        }

        private static boolean isBefore(Position one, Position other) {
            return one.line() < other.line() || (one.line() == other.line() && one.column() < other.column());
        }
    }

    /**
     * Reads a document of version 3.0, 3.1 or 3.2.
     *
     * @param document the file
     * @param root the folder that its references never leave; it contains the document
     * @param limit how many bytes a file may have
     */
    public static DocumentOutline read(Path document, Path root, long limit) {
        Path from = root.toAbsolutePath().normalize();
        String name = from.relativize(document.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
        SourceText text = new SourceText("the document", "'%s'".formatted(name.replace("'", "''")));
        Problems problems = new Problems(text);
        OpenApiFiles files = new OpenApiFiles(problems, new SuiteFolder(from.resolve("first.auth.yaml"), from, limit));
        return new YamlTree(text, problems)
                .compose("")
                .map(DocumentNode::root)
                .flatMap(it -> OpenApiDocument.read((ScalarNode) it.value(), files, problems))
                .map(it -> new Look(it, files, problems).outline())
                .orElseGet(() ->
                        new DocumentOutline("", List.of(), List.of(), List.of(), files.names(), problems.found()));
    }

    /** One document. */
    private static final class Look {

        private final OpenApiDocument document;
        private final OpenApiFiles files;
        private final Problems problems;
        private final OpenApiParameters parameters;

        Look(OpenApiDocument document, OpenApiFiles files, Problems problems) {
            this.document = document;
            this.files = files;
            this.problems = problems;
            this.parameters = new OpenApiParameters(
                    files,
                    new OpenApiSecurity(files, document, problems, Set.of(), Set.of()),
                    problems,
                    DocumentText.mapping(List.of(), document.beginning().value()),
                    new DocumentValues(null, problems));
        }

        DocumentOutline outline() {
            OpenApiAnswers answers = new OpenApiAnswers(files, new OpenApiSchemas(files, document.isVersion30()), null);
            List<Described> operations = new ArrayList<>();
            for (OpenApiDocument.Described it : document.operations()) {
                operations.add(described(it));
                // A suite follows what is said of answers as well, so that is read of the document, too.
                answers.of(it.node());
            }
            return new DocumentOutline(
                    document.title(),
                    document.servers().stream()
                            .map(it -> new Server(String.valueOf(it.text("url")), it.text("description")))
                            .toList(),
                    document.securitySchemes().stream().flatMap(this::scheme).toList(),
                    operations,
                    files.names(),
                    problems.found());
        }

        private Stream<Scheme> scheme(DocumentNode named) {
            return files.resolved(named).stream()
                    .map(it -> new Scheme(
                            named.name(),
                            OpenApiSecurity.kind(it),
                            DocumentCredentials.suiteScheme(it),
                            it.text("bearerFormat"),
                            it.text("openIdConnectUrl"),
                            it.get("flows").stream()
                                    .flatMap(flows -> flows.members().stream())
                                    .map(flow -> flow.text("tokenUrl"))
                                    .filter(url -> url != null)
                                    .findFirst()
                                    .orElse(null),
                            Extent.of(named.key(), named.value())));
        }

        private Described described(OpenApiDocument.Described operation) {
            DocumentNode security = operation.node().get("security").orElse(document.security());
            List<Set<String>> alternatives = new ArrayList<>();
            if (security != null) {
                for (DocumentNode item : security.items()) {
                    Set<String> together = new LinkedHashSet<>();
                    item.members().forEach(it -> together.add(it.name()));
                    alternatives.add(together);
                }
            }
            String method = operation.name().substring(0, operation.name().indexOf(' '));
            return new Described(
                    operation.name(),
                    Methods.isSafe(method),
                    operation
                            .node()
                            .get("servers")
                            .or(() -> operation.path().get("servers"))
                            .isPresent(),
                    security != null,
                    alternatives,
                    parameters.lacking(operation),
                    Extent.of(operation.at(), operation.node().value()));
        }
    }
}
