package dev.naysayer.dsl.shape;

import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.format.Format;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a suite declares of answers, as JSON Schema. */
final class PromiseShapes {

    private static final String VALUE = "value";
    private static final String MEMBER = "member";

    private final KeyShapes keys;

    PromiseShapes(KeyShapes keys) {
        this.keys = keys;
    }

    /** What stands behind a key of a scenario; null where the key says all. */
    @Nullable
    ObjectNode ofScenario(String key) {
        return switch (key) {
            case "status" ->
                keys.shared(
                        key,
                        it -> Schemas.oneOrMore(Schemas.any(
                                Schemas.number(200, 299),
                                Schemas.number(400, 499),
                                Schemas.matching("2xx|[24]\\d\\d"))));
            case "challenge" ->
                keys.shared(
                        key,
                        it -> Schemas.any(
                                Schemas.oneOf(Set.of("present", "absent")),
                                demands("^(?![Ee][Rr][Rr][Oo][Rr]$)" + HttpToken.FORM + "$")));
            case "headers" ->
                Schemas.orNothing(keys.shared(
                        "headers",
                        it -> demands("^(?![Ww]{3}-[Aa][Uu][Tt][Hh][Ee][Nn][Tt][Ii][Cc][Aa][Tt][Ee]$)" + HttpToken.FORM
                                + "$")));
            case "body" -> Schemas.orNothing(keys.shared(key, it -> keys.mapping(Format.BODY)));
            case "because" -> Schemas.words();
            default -> null;
        };
    }

    private ObjectNode demands(String names) {
        return Schemas.named(keys.shared(VALUE, it -> {
                    ObjectNode mapping = one();
                    ((ObjectNode) mapping.get("properties")).set("equals", Schemas.text());
                    return Schemas.any(Schemas.text(), mapping);
                }))
                .set("propertyNames", Schemas.object().put("pattern", names));
    }

    /** What is expected of a member of a body. */
    ObjectNode member() {
        return keys.shared(MEMBER, it -> Schemas.any(Schemas.types("string", "number", "boolean", "null"), one()));
    }

    /** Of a value one thing is asked. */
    private ObjectNode one() {
        return keys.mapping(Format.VALUE).put("minProperties", 1).put("maxProperties", 1);
    }
}
