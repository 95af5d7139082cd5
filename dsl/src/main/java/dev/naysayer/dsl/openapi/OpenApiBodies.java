package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.Methods;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * {@code requestBody} of a document as an operation's {@code body} and {@code media-type}: JSON, or a form, of what the document gives. No
 * value is made up: a control that an API refuses for its body proves nothing.
 */
final class OpenApiBodies {

    /** Content of these has no meaning (RFC 9110 sections 9.3.1, 9.3.2 and 9.3.8). */
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "TRACE");

    /** OpenAPI 3.0 has a body ignored where HTTP gives it no meaning. */
    private static final Set<String> WITHOUT_BODY_IN_3_0 = Set.of("DELETE", "OPTIONS");

    /** A suite says by these that the API is to refuse the body itself: the document's is a good one, and would change data. */
    private static final Set<String> BODY_IS_WRONG = Set.of("400", "411", "413", "415", "422");

    /** A serialized example is text, and a body is written from values. */
    private static final Set<String> EXAMPLE_VALUES = Set.of("value", "dataValue");

    /** Which media type is taken, where several are there; of the same kind the first. */
    private static final List<Predicate<String>> KINDS = List.of(
            RequestBody.JSON::equals,
            RequestBody::isJson,
            RequestBody::isForm,
            type -> type.equals("*/*") || type.equals("application/*"));

    private final OpenApiFiles files;
    private final Problems problems;
    private final boolean version30;
    private final DocumentValues values;
    private final DocumentExamples examples;
    private final Map<Node, Missing> missing = new LinkedHashMap<>();

    /** What has no value, and which operations need it. */
    private record Missing(SchemaBody.Lack lack, List<String> operations) {}

    OpenApiBodies(OpenApiFiles files, Problems problems, boolean version30, DocumentValues values) {
        this.files = files;
        this.problems = problems;
        this.version30 = version30;
        this.values = values;
        this.examples = new DocumentExamples(files);
    }

    /** {@code body} and {@code media-type} of an operation, unless the suite says a body; empty where it needs one that is not there. */
    Optional<List<NodeTuple>> of(OpenApiDocument.Described operation, MappingNode own) {
        if (isSaid(own) || hasNone(operation)) {
            return Optional.of(List.of());
        }
        DocumentNode body =
                operation.node().get("requestBody").flatMap(files::resolved).orElse(null);
        if (body == null) {
            return Optional.of(List.of());
        }
        boolean required = "true".equals(body.text("required"));
        List<DocumentNode> types = types(body, own);
        SchemaBody first = null;
        for (DocumentNode type : types) {
            SchemaBody built = new SchemaBody(files, version30, values);
            Node value = value(type, built);
            if (value != null) {
                return Optional.of(keys(type, value));
            }
            first = first == null ? built : first;
        }
        if (required) {
            tell(operation, body, first);
        }
        return required ? Optional.empty() : Optional.of(List.of());
    }

    private static boolean isSaid(MappingNode own) {
        return Stream.of("body", "body-file").anyMatch(it -> Joining.value(own, it) != null)
                || (Joining.value(own, "control") instanceof ScalarNode control
                        && BODY_IS_WRONG.contains(control.getValue()));
    }

    private boolean hasNone(OpenApiDocument.Described operation) {
        String method = operation.name().substring(0, operation.name().indexOf(' '));
        return WITHOUT_BODY.contains(method) || (version30 && WITHOUT_BODY_IN_3_0.contains(method));
    }

    /** The media types that can be written, the preferred ones first; only the suite's, where it says one. */
    private List<DocumentNode> types(DocumentNode body, MappingNode own) {
        List<DocumentNode> all = body.get("content").map(DocumentNode::members).orElse(List.of());
        if (Joining.value(own, "media-type") instanceof ScalarNode said) {
            return all.stream()
                    .filter(it -> plain(it.name()).equals(plain(said.getValue())))
                    .toList();
        }
        return KINDS.stream()
                .flatMap(kind -> all.stream().filter(it -> kind.test(plain(it.name()))))
                .distinct()
                .toList();
    }

    private static String plain(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private @Nullable Node value(DocumentNode named, SchemaBody built) {
        DocumentNode type = files.resolved(named).orElse(null);
        if (type == null) {
            return null;
        }
        DocumentNode schema = type.get("schema").orElse(null);
        Optional<Node> given = examples.of(type, EXAMPLE_VALUES)
                .filter(it -> built.fits(it, schema))
                .map(DocumentNode::value)
                .findFirst();
        if (given.isPresent()) {
            return given.get();
        }
        return built.of(schema == null ? named : schema);
    }

    /** JSON is what a body is of which nothing else is said. */
    private static List<NodeTuple> keys(DocumentNode type, Node value) {
        List<NodeTuple> keys = new ArrayList<>();
        if (!type.name().equals(RequestBody.JSON) && type.name().indexOf('*') < 0) {
            keys.add(
                    new NodeTuple(DocumentText.of("media-type", type.key()), DocumentText.of(type.name(), type.key())));
        }
        keys.add(new NodeTuple(DocumentText.of("body", type.key()), value));
        return keys;
    }

    private void tell(OpenApiDocument.Described operation, DocumentNode body, @Nullable SchemaBody first) {
        if (first == null) {
            List<String> types = body.get("content").map(DocumentNode::members).orElse(List.of()).stream()
                    .map(DocumentNode::name)
                    .toList();
            problems.at(
                    body.key(),
                    "%s needs a body, and %s"
                            .formatted(
                                    operation.name(),
                                    types.isEmpty()
                                            ? "the document has no media type of it"
                                            : "only JSON and forms are written by a document: "
                                                    + String.join(", ", types)),
                    "say it below 'operations': 'also: [\"%s\": {%smedia-type: %s, body-file: …}]'"
                            .formatted(
                                    operation.name(), mutates(operation.name()), types.isEmpty() ? "…" : types.get(0)));
            return;
        }
        for (SchemaBody.Lack lack : first.lacking()) {
            missing.computeIfAbsent(lack.at().key(), it -> new Missing(lack, new ArrayList<>()))
                    .operations()
                    .add(operation.name());
        }
    }

    /** Tells of each member once that has no value. */
    void tell(String suite) {
        missing.values().forEach(it -> tell(it, suite));
    }

    private void tell(Missing it, String suite) {
        String member = it.lack().member();
        String first = it.operations().get(0);
        int more = it.operations().size() - 1;
        String whole = "'also: [\"%s\": {%sbody: …}]'".formatted(first, mutates(first));
        String name = member.substring(member.lastIndexOf('/') + 1);
        boolean named = !name.isEmpty() && !name.matches("\\d+");
        problems.at(
                it.lack().at().key(),
                "%s has no value: %s%s needs it, and the document gives no example (%s)"
                        .formatted(
                                member.isEmpty() ? "the body" : "'%s' of the body".formatted(member),
                                first,
                                more == 0 ? "" : " and %d more".formatted(more),
                                "#" + it.lack().at().pointer()),
                named
                        ? "give one in %s, below 'operations': 'values: {%s: …}', or the whole body: %s"
                                .formatted(suite, name.replace("~1", "/").replace("~0", "~"), whole)
                        : "give it in %s, below 'operations': %s".formatted(suite, whole));
    }

    private static String mutates(String operation) {
        return Methods.isSafe(operation.substring(0, operation.indexOf(' '))) ? "" : "mutates: true, ";
    }
}
