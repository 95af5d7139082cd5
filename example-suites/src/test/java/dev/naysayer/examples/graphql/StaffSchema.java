package dev.naysayer.examples.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The GraphQL side of it, with as much of the language as the suites ask for: root fields, with aliases. */
record StaffSchema(GraphqlFlaw flaw) {

    static final Set<String> ALL = Set.of("staff:read", "staff:write");

    /** Root fields, and the scope that each asks for. */
    private static final Map<String, String> FIELDS =
            Map.of("me", "", "staff", "staff:read", "hire", "staff:write", "__schema", "");

    private static final Pattern FIELD = Pattern.compile("(?:(\\w+)\\s*:\\s*)?(\\w+)\\s*(?:\\([^)]*\\))?");

    private record Field(String key, String name) {}

    /** The first root field that there is none of. */
    Optional<String> unknown(String document) {
        return fields(document).stream()
                .map(Field::name)
                .filter(name -> !FIELDS.containsKey(name))
                .findFirst();
    }

    JsonNode invalid(String document) {
        return error(
                "Cannot query field \"%s\" on type \"Query\"."
                        .formatted(unknown(document).orElseThrow()),
                null);
    }

    JsonNode execute(JsonNode request, Set<String> scopes) {
        String document = request.path("query").asString("");
        if (document.isBlank()) {
            return error("There is no document", null);
        }
        if (unknown(document).isPresent()) {
            return invalid(document);
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        List<JsonNode> errors = new ArrayList<>();
        for (Field field : fields(document)) {
            String scope = Objects.requireNonNull(FIELDS.get(field.name()));
            if (scope.isEmpty() || scopes.contains(scope) || flaw == GraphqlFlaw.FIELD_UNCHECKED) {
                data.set(field.key(), JsonNodeFactory.instance.objectNode().put("name", field.name()));
            } else {
                data.putNull(field.key());
                errors.add(refused(field.key()));
            }
        }
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.set("data", data);
        if (!errors.isEmpty()) {
            response.putArray("errors").addAll(errors);
        }
        return response;
    }

    private JsonNode refused(String key) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("message", "Forbidden");
        if (flaw != GraphqlFlaw.NO_PATH) {
            error.putArray("path").add(key);
        }
        if (flaw != GraphqlFlaw.NO_CODE) {
            error.putObject("extensions").put("code", "FORBIDDEN");
        }
        return error;
    }

    static ObjectNode error(String message, @Nullable String code) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("message", message);
        if (code != null) {
            error.putObject("extensions").put("code", code);
        }
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.putArray("errors").add(error);
        return response;
    }

    /** What stands between the outer braces, without what is selected further inside. */
    private static List<Field> fields(String document) {
        int open = document.indexOf('{');
        String inside = open < 0 ? "" : document.substring(open + 1, document.lastIndexOf('}'));
        String before = "";
        while (!before.equals(inside)) {
            before = inside;
            inside = inside.replaceAll("\\{[^{}]*}", " ");
        }
        List<Field> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(inside);
        while (matcher.find()) {
            String name = matcher.group(2);
            fields.add(new Field(matcher.group(1) == null ? name : matcher.group(1), name));
        }
        return fields;
    }
}
