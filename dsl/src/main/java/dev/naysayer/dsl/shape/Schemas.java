package dev.naysayer.dsl.shape;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The sentences of JSON Schema that the format needs. A value in YAML is text to the reader, also where YAML has a number. */
final class Schemas {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Schemas() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** One value. */
    static ObjectNode text() {
        return types("string", "number", "boolean");
    }

    static ObjectNode types(String... names) {
        ObjectNode schema = object();
        if (names.length == 1) {
            return schema.put("type", names[0]);
        }
        Stream.of(names).forEach(schema.putArray("type")::add);
        return schema;
    }

    /** One value that as text has this form: ECMA 262, the whole text. A number has none, so its own schema stands beside it. */
    static ObjectNode matching(String pattern) {
        return types("string").put("pattern", "^(" + pattern + ")$");
    }

    /** A text that is not blank. */
    static ObjectNode words() {
        return text().put("pattern", "\\S");
    }

    static ObjectNode oneOf(Collection<String> names) {
        ObjectNode schema = object();
        names.stream().sorted().forEach(schema.putArray("enum")::add);
        return schema;
    }

    static ObjectNode any(ObjectNode... schemas) {
        ObjectNode schema = object();
        ArrayNode all = schema.putArray("anyOf");
        Stream.of(schemas).forEach(all::add);
        return schema;
    }

    static ObjectNode list(ObjectNode items) {
        return types("array").put("minItems", 1).set("items", items);
    }

    static ObjectNode oneOrMore(ObjectNode one) {
        return any(one, list(one.deepCopy()));
    }

    /** A mapping of any names. */
    static ObjectNode named(ObjectNode values) {
        return types("object").set("additionalProperties", values);
    }

    static ObjectNode number(int least, int most) {
        return types("integer").put("minimum", least).put("maximum", most);
    }

    static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }

    /** A mapping, or nothing behind the key, which is an empty one. */
    static ObjectNode orNothing(ObjectNode schema) {
        return any(schema, types("null"));
    }

    static ObjectNode notNothing() {
        return object().set("not", types("null"));
    }

    static ObjectNode has(String key) {
        ObjectNode schema = object();
        schema.putArray("required").add(key);
        return schema;
    }

    /** What holds where none of the keys is there. */
    static ObjectNode unless(Collection<String> keys, ObjectNode schema) {
        ObjectNode one = object();
        ArrayNode any = one.putArray("anyOf");
        keys.forEach(key -> any.add(has(key)));
        ObjectNode condition = object();
        condition.set("if", one);
        condition.set("then", object());
        condition.set("else", schema);
        return condition;
    }

    static ObjectNode ref(String definition) {
        return object().put("$ref", "#/definitions/" + definition);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** With line breaks that are the same on each machine. */
    static String text(ObjectNode schema) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JSON.writer()
                        .with(new DefaultPrettyPrinter().withObjectIndenter(lines))
                        .writeValueAsString(schema)
                + "\n";
    }
}
