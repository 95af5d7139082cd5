package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.LiteralSecrets;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Values for what an operation's requests need: those of the suite, else those that the document gives. None is made up: an id that nobody
 * gave leads to nothing, and a refusal there proves nothing.
 */
final class OpenApiParameters {

    /** What requests have anyway, and a document cannot say as a parameter (OpenAPI 3.2 section Parameter Object). */
    private static final Set<String> NOT_PARAMETERS = Set.of("accept", "content-type", "authorization");

    /** What an Example Object calls its value, as it is or as it is sent. */
    private static final Set<String> EXAMPLE_VALUES = Set.of("value", "dataValue", "serializedValue");

    /** What a cookie's value may be (RFC 6265 section 4.1.1), and references, whose values the header's parser looks at. */
    private static final Pattern COOKIE_VALUE = Pattern.compile("(?:[!#-+\\--:<-\\[\\]-~]|\\$\\{[^}]*})*");

    private final OpenApiFiles files;
    private final OpenApiSecurity security;
    private final Problems problems;
    private final DocumentValues values;
    private final DocumentExamples examples;
    private final Set<String> objects;
    private final Map<String, Set<String>> ofSuite;
    private final Map<String, Missing> missing = new LinkedHashMap<>();

    /** What has no value, where it is met first, and at which operations. */
    private record Missing(Node at, Parameter parameter, List<String> operations) {}

    /**
     * One parameter.
     *
     * @param in path, query, header or cookie
     * @param said what the document says of it; null where it only stands in the path
     */
    private record Parameter(
            String in, String name, @Nullable DocumentNode said) {}

    /** @param suite the suite without its operations */
    OpenApiParameters(
            OpenApiFiles files, OpenApiSecurity security, Problems problems, MappingNode suite, DocumentValues values) {
        this.files = files;
        this.values = values;
        this.examples = new DocumentExamples(files);
        this.security = security;
        this.problems = problems;
        this.objects = names(suite, "objects", false);
        this.ofSuite = Map.of("query", names(suite, "query", false), "headers", names(suite, "headers", true));
    }

    static Set<String> names(MappingNode mapping, String key, boolean inAnyCase) {
        return Joining.value(mapping, key) instanceof MappingNode named
                ? DocumentNode.root(named).members().stream()
                        .map(DocumentNode::name)
                        .map(it -> inAnyCase ? it.toLowerCase(Locale.ROOT) : it)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /**
     * {@code path}, {@code query} and {@code headers} of an operation, without what the suite says itself of it; empty where something
     * lacks a value.
     */
    Optional<List<NodeTuple>> of(OpenApiDocument.Described operation, MappingNode own) {
        Map<String, List<NodeTuple>> given = new LinkedHashMap<>();
        List<ScalarNode> cookies = new ArrayList<>();
        boolean whole = true;
        for (Parameter parameter : needed(operation)) {
            String key =
                    parameter.in().equals("header") || parameter.in().equals("cookie") ? "headers" : parameter.in();
            values.meet(parameter.name());
            if (isGiven(parameter, key, own)) {
                continue;
            }
            if (parameter.in().equals("cookie") && isBesideCredential(operation, parameter)) {
                whole = false;
                continue;
            }
            ScalarNode value = value(parameter);
            whole &= value != null;
            if (value == null) {
                Node at = parameter.said() == null
                        ? operation.at()
                        : parameter.said().key();
                missing.computeIfAbsent(
                                parameter.in() + " " + parameter.name(),
                                it -> new Missing(at, parameter, new ArrayList<>()))
                        .operations()
                        .add(operation.name());
            } else if (parameter.in().equals("cookie")) {
                cookies.add(DocumentText.of(parameter.name() + "=" + value.getValue(), value));
            } else {
                ScalarNode name = DocumentText.of(parameter.name(), value);
                given.computeIfAbsent(key, it -> new ArrayList<>()).add(new NodeTuple(name, value));
            }
        }
        if (!cookies.isEmpty()) {
            given.computeIfAbsent("headers", it -> new ArrayList<>()).add(cookieLine(cookies));
        }
        List<NodeTuple> keys = given.entrySet().stream()
                .map(it -> new NodeTuple(
                        DocumentText.of(it.getKey(), operation.at()),
                        DocumentText.mapping(it.getValue(), operation.at())))
                .toList();
        return whole ? Optional.of(keys) : Optional.empty();
    }

    /** There is one line for all of them (RFC 6265 section 5.4). */
    private static NodeTuple cookieLine(List<ScalarNode> cookies) {
        ScalarNode first = cookies.get(0);
        String line = cookies.stream().map(ScalarNode::getValue).collect(Collectors.joining("; "));
        return new NodeTuple(DocumentText.of("Cookie", first), DocumentText.of(line, first));
    }

    /** Each case has a Cookie line of its own there, which says what is wrong with the credential. */
    private boolean isBesideCredential(OpenApiDocument.Described operation, Parameter parameter) {
        Optional<String> credential = security.cookie();
        credential.ifPresent(it -> problems.at(
                Objects.requireNonNull(parameter.said()).key(),
                "the cookie '%s' would stand in the line in which each case sends the credential '%s'"
                        .formatted(parameter.name(), it),
                "leave out what needs it: 'exclude: {\"%s\": …}' with the reason".formatted(operation.name())));
        return credential.isPresent();
    }

    /** What the document gives no value for. */
    List<DocumentOutline.Lacking> lacking(OpenApiDocument.Described operation) {
        return needed(operation).stream()
                .filter(it -> value(it) == null)
                .map(it -> new DocumentOutline.Lacking(it.in(), it.name()))
                .toList();
    }

    /** Each parameter of the path, and what else is required; what the operation says goes before what is said of its path. */
    private List<Parameter> needed(OpenApiDocument.Described operation) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        Set<String> inPath = Operation.parameters(operation.name());
        inPath.forEach(it -> byName.put("path " + it, new Parameter("path", it, null)));
        Stream.of(operation.path(), operation.node())
                .flatMap(it -> it.get("parameters").stream())
                .flatMap(it -> it.items().stream())
                .forEach(it -> files.resolved(it).ifPresent(said -> {
                    String in = String.valueOf(said.text("in"));
                    String name = String.valueOf(said.text("name"));
                    boolean needed = in.equals("path")
                            ? inPath.contains(name)
                            : Set.of("query", "header", "cookie").contains(in) && "true".equals(said.text("required"));
                    boolean other = in.equals("header") && NOT_PARAMETERS.contains(name.toLowerCase(Locale.ROOT));
                    if (needed && !other && !security.isPlace(in, name)) {
                        byName.put(in + " " + name, new Parameter(in, name, said));
                    }
                }));
        return List.copyOf(byName.values());
    }

    private boolean isGiven(Parameter parameter, String key, MappingNode own) {
        if (parameter.in().equals("path")) {
            return objects.contains(parameter.name())
                    || names(own, "path", false).contains(parameter.name());
        }
        boolean inAnyCase = key.equals("headers");
        String name = parameter.in().equals("cookie")
                ? "cookie"
                : inAnyCase ? parameter.name().toLowerCase(Locale.ROOT) : parameter.name();
        return names(own, key, inAnyCase).contains(name)
                || Optional.ofNullable(ofSuite.get(key)).orElse(Set.of()).contains(name);
    }

    private @Nullable ScalarNode value(Parameter parameter) {
        boolean cookie = parameter.in().equals("cookie");
        ScalarNode value = values.has(parameter.name())
                ? values.of(parameter.name())
                : parameter.said() == null || isSecret(parameter) ? null : documented(parameter.said());
        if (value == null || !cookie) {
            return value;
        }
        if (isSecret(parameter) && !Interpolation.hasReference(value.getValue())) {
            problems.inTheOpen(value, parameter.name());
        } else if (!COOKIE_VALUE.matcher(value.getValue()).matches()) {
            problems.at(
                    value,
                    "no cookie has this value",
                    "percent-encode blanks, commas, quotes, semicolons and backslashes, as the API expects it");
        }
        return value;
    }

    /** What the document gives as an example, what it says by default, or the first of what may be. */
    private @Nullable ScalarNode documented(DocumentNode parameter) {
        Stream<DocumentNode> ofSchema =
                parameter.get("schema").flatMap(files::resolved).stream().flatMap(DocumentExamples::ofSchema);
        return Stream.concat(examples.of(parameter, EXAMPLE_VALUES), ofSchema)
                .map(DocumentNode::value)
                .filter(OpenApiParameters::isUsable)
                .map(ScalarNode.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static boolean isUsable(Node value) {
        return value instanceof ScalarNode scalar
                && !Fields.isEmpty(value)
                && !scalar.getValue().isEmpty()
                && DocumentExamples.isPlain(value);
    }

    /** Tells of each parameter once that has no value. */
    void tell(String suite) {
        missing.values().forEach(it -> tell(it, suite));
    }

    private void tell(Missing it, String suite) {
        Parameter parameter = it.parameter();
        String first = it.operations().get(0);
        int more = it.operations().size() - 1;
        boolean secret = isSecret(parameter);
        problems.at(
                it.at(),
                "%s has no value: %s%s needs it, and %s"
                        .formatted(
                                parameter.in().equals("path")
                                        ? "'{%s}'".formatted(parameter.name())
                                        : "the %s '%s'".formatted(word(parameter.in()), parameter.name()),
                                first,
                                more == 0 ? "" : " and %d more".formatted(more),
                                secret ? "it is called like a secret" : "the document gives no example"),
                "give one%s in %s, below 'operations': 'values: {%s: %s}'; or leave it out: 'exclude: {\"%s\": …}' with the reason"
                        .formatted(
                                parameter.in().equals("path") ? " that exists" : "",
                                suite,
                                parameter.name(),
                                secret ? "\"${VARIABLE}\"" : "…",
                                first));
    }

    private static boolean isSecret(Parameter parameter) {
        return !parameter.in().equals("path") && LiteralSecrets.isCalledLikeSecret(parameter.name());
    }

    private static String word(String in) {
        return in.equals("query") ? "parameter" : in;
    }
}
