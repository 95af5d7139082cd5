package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.GraphqlRequest;
import dev.naysayer.dsl.Legible;
import dev.naysayer.dsl.Methods;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.OperationKind;
import dev.naysayer.dsl.PathObjects;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Named;
import dev.naysayer.dsl.source.Problems;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One item of {@code operations:} {@code GET /orders}, or {@code GET /orders: {scope: …}}. */
final class OperationParser {

    private static final Pattern NAMED =
            Pattern.compile("(?<operation>[A-Z]+ /\\S*) (?<name>[A-Za-z0-9][A-Za-z0-9_./:-]{0,99})");
    private static final Pattern NAME = Pattern.compile("(?<method>\\S+)\\s+(?<path>/\\S*)");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./:-]{0,99}");

    private final Problems problems;
    private final Interpolation interpolation;
    private final RequirementParser requirements;
    private final RequestParser requests;
    private final AllowsParser allows;
    private final OperationPromiseParser promises;
    private final PathValues values;
    private final ObjectParser objects;
    private final ExistenceParser existence;

    OperationParser(
            Problems problems,
            Interpolation interpolation,
            RequirementParser requirements,
            RequestParser requests,
            AllowsParser allows,
            OperationPromiseParser promises,
            PathValues values,
            ObjectParser objects,
            ExistenceParser existence) {
        this.problems = problems;
        this.interpolation = interpolation;
        this.requirements = requirements;
        this.requests = requests;
        this.allows = allows;
        this.promises = promises;
        this.values = values;
        this.objects = objects;
        this.existence = existence;
    }

    @Nullable
    Operation parse(Node item) {
        Named named = Named.of(item, "an operation", problems);
        return named == null
                ? null
                : taking(operation(
                        named.name(),
                        Fields.of(named.value(), "an operation", Format.OPERATION, promises.conditions(), problems)));
    }

    /** What the suite takes from its answer for all others. */
    private static @Nullable Operation taking(@Nullable Operation operation) {
        return operation == null ? null : operation.withoutOwnAnswer();
    }

    private @Nullable Operation operation(ScalarNode name, Fields fields) {
        var parts = NAME.matcher(name.getValue());
        if (!parts.matches()) {
            problems.at(name, "an operation is a method and a path", nextStep(name.getValue()));
            return null;
        }
        String method = parts.group("method");
        Legible.outsideUrl(parts.group("path"))
                .ifPresent(character -> problems.at(
                        name,
                        "the path holds %s, which no URL has as it is".formatted(Legible.named(character)),
                        Legible.percentEncoded(character)
                                .map("percent-encode it: %s"::formatted)
                                .orElse("take it out")));
        OperationKind kind = kind(fields.get("kind"));
        boolean isMethod = MethodParser.check(method, name, problems);
        if (isMethod && kind.isEndpoint() && !method.equals("POST")) {
            problems.at(name, "the %s is asked by POST".formatted(kind.words()), "write POST, or leave 'kind' out");
        }
        Set<String> parameters = Operation.parameters(parts.group("path"));
        objects.sawInPath(parameters);
        Map<String, String> path = values(fields.get("path"), "path", parameters);
        Set<String> owned = parameters.stream()
                .filter(it -> objects.has(it) && !path.containsKey(it))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        tellMissing(name, parameters, path.keySet(), owned, "path");
        List<PathObjects.Owned> all = objects.all(name, owned);
        Map<String, String> absent = absent(name, fields.get("absent"), parameters, path, owned);
        if (fields.get("absent") != null && isThere(absent, path, all)) {
            problems.at(fields.get("absent"), "'absent' names what is there", "give a value that does not exist");
        }
        Position hidden = existence.hidden(fields.get("existence"), !owned.isEmpty());
        if (hidden != null && fields.get("absent") == null) {
            objects.wantAbsent(owned);
        }
        PathObjects things = new PathObjects(null, all, hidden);
        GraphqlRequest graphql = new GraphqlParser(problems, interpolation).parse(name, method, fields);
        RequestFields said = requests.parse(fields, parts.group("path"));
        Requirement required = requirements.of(name, method, fields.get("requires"));
        if (fields.get("kind") == null) {
            requirements.wantKind(name, required, fields.get("requires"));
        }
        RequestBody body = body(method, fields, graphql, kind);
        requirements.wantForm(name, method, required, body, fields.get("requires"));
        Operation operation = new Operation(
                problems.position(name),
                method,
                parts.group("path"),
                path,
                scopes(fields.get("scope")),
                mutates(
                        name,
                        isMethod && !isHarmless(fields, graphql) && fields.get("kind") == null ? method : "",
                        fields.get("mutates")),
                control(fields.get("control")),
                Tags.parse(fields.get("tags"), problems),
                absent,
                body,
                required,
                graphql == null ? said : GraphqlParser.fields(graphql, method, said),
                promises.parse(fields),
                things,
                kind,
                null,
                label(fields.get("name")),
                new LoginParser(problems, interpolation).parse(fields),
                graphql);
        allows.read(name, operation, !owned.isEmpty(), fields.get("allows"));
        return things.owners().stream().findFirst().map(operation::onObjectOf).orElse(operation);
    }

    /** Reports write the name behind the path, so that is where people write it. */
    private static String nextStep(String written) {
        var named = NAMED.matcher(written);
        return named.matches()
                ? "write '%s', and below it 'name: %s'".formatted(named.group("operation"), named.group("name"))
                : "write 'GET /orders': a method, a blank, a path that begins with '/'";
    }

    private @Nullable String label(@Nullable Node node) {
        ScalarNode value = Fields.scalar(node, "'name'", problems);
        if (value == null) {
            return null;
        }
        if (!LABEL.matcher(value.getValue()).matches()) {
            problems.at(
                    value,
                    "'name' is one word of letters, digits and '_', '.', '/', ':', '-'",
                    "write what tells the operation apart from others of its path: 'name: tools/call'");
        }
        return value.getValue();
    }

    /** Only a mutation has side effects; of a document that cannot be read that is told already. */
    private static boolean isHarmless(Fields fields, @Nullable GraphqlRequest graphql) {
        return fields.get("graphql") != null && (graphql == null || !graphql.mutates());
    }

    private @Nullable RequestBody body(
            String method, Fields fields, @Nullable GraphqlRequest graphql, OperationKind kind) {
        if (fields.get("graphql") != null) {
            if (kind.isEndpoint()) {
                problems.at(
                        fields.get("graphql"),
                        "the %s takes a form".formatted(kind.words()),
                        "leave 'graphql' out, and write the form's texts below 'body'");
            }
            return graphql == null || !method.equals("POST") ? null : graphql.body();
        }
        return new BodyParser(problems, interpolation).parse(fields, kind);
    }

    private Map<String, String> values(@Nullable Node node, String key, Set<String> parameters) {
        Map<String, String> read = new LinkedHashMap<>();
        if (node != null) {
            for (Fields.Field field :
                    Fields.of(node, "'%s'".formatted(key), parameters, problems).all()) {
                String text = values.of(field);
                read.put(field.name(), text == null ? "" : text);
            }
        }
        return read;
    }

    private void tellMissing(
            ScalarNode name, Set<String> parameters, Set<String> given, Set<String> owned, String key) {
        for (String parameter : parameters) {
            if (!given.contains(parameter) && !owned.contains(parameter)) {
                problems.at(
                        name,
                        "'{%s}' has no value%s"
                                .formatted(parameter, key.equals("path") ? "" : " under '%s'".formatted(key)),
                        "give one that %s: {%s: {%s: …}}"
                                .formatted(key.equals("path") ? "exists" : "does not exist", key, parameter));
            }
        }
    }

    /**
     * The operation's own values, behind them those of objects that are not there; where it gives none, its path stands for what is
     * nobody's. Empty where it is not said of each object.
     */
    private Map<String, String> absent(
            ScalarNode name, @Nullable Node node, Set<String> parameters, Map<String, String> path, Set<String> owned) {
        Map<String, String> absent = new LinkedHashMap<>(objects.absent(owned));
        if (node == null) {
            boolean complete = !owned.isEmpty() && absent.keySet().equals(owned);
            path.forEach(absent::putIfAbsent);
            return complete ? absent : Map.of();
        }
        absent.putAll(values(node, "absent", parameters));
        tellMissing(name, parameters, absent.keySet(), Set.of(), "absent");
        return absent;
    }

    private static boolean isThere(Map<String, String> absent, Map<String, String> path, List<PathObjects.Owned> all) {
        return absent.equals(path)
                || all.stream().anyMatch(it -> {
                    Map<String, String> there = new LinkedHashMap<>(path);
                    there.putAll(it.values());
                    return absent.equals(there);
                });
    }

    private List<String> scopes(@Nullable Node node) {
        return Fields.oneOrMore(node, "'scope'", problems).stream()
                .map(interpolation::resolve)
                .flatMap(Stream::ofNullable)
                .flatMap(text -> Stream.of(text.trim().split("\\s+")))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    /** @param method empty where there is a problem with it already */
    private boolean mutates(ScalarNode name, String method, @Nullable Node node) {
        if (node == null) {
            if (!method.isEmpty() && !Methods.isSafe(method)) {
                problems.at(
                        name,
                        "%s may change data".formatted(method),
                        "allow it with 'mutates: true', or say 'mutates: false' if it changes nothing");
            }
            return false;
        }
        ScalarNode value = Fields.scalar(node, "'mutates'", problems);
        if (value != null && !Set.of("true", "false").contains(value.getValue())) {
            problems.at(value, "'mutates' is true or false", "write 'mutates: true' or 'mutates: false'");
        }
        return value != null && value.getValue().equals("true");
    }

    private OperationKind kind(@Nullable Node node) {
        ScalarNode word = Fields.scalar(node, "'kind'", problems);
        if (word == null) {
            return OperationKind.RESOURCE;
        }
        return OperationKind.named(word.getValue()).orElseGet(() -> {
            problems.unknown(word, "kind", word.getValue(), Set.copyOf(OperationKind.names()));
            return OperationKind.RESOURCE;
        });
    }

    private Control control(@Nullable Node node) {
        ScalarNode value = Fields.scalar(node, "'control'", problems);
        if (value == null) {
            return Control.ON;
        }
        String text = value.getValue();
        if (text.equals("off")) {
            return Control.OFF;
        }
        if (Set.of("401", "403", "407").contains(text)) {
            problems.at(
                    value,
                    "a control that ends with %s was refused".formatted(text),
                    "give the status that shows that the credential got through, or write 'control: off'");
        } else if (!text.matches("[234]\\d\\d")) {
            problems.at(
                    value,
                    "'control' is off or a status from 200 to 499",
                    "write 'control: off' or 'control: 422', or leave it out where a 2xx is right");
        } else {
            return new Control(true, Integer.valueOf(text));
        }
        return Control.ON;
    }
}
