package dev.naysayer.engine.run;

import dev.naysayer.engine.evidence.Counterparts;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of an answer until all answers are compared.
 *
 * <p>Problem: a body may have a mebibyte, read as JSON several, and a run has thousands. Constraint: comparisons look at how an error
 * is written: its members, its codes, its beginning. Choice: a long body is kept as far as that; what was served to a good
 * credential is no error, and its beginning will do.
 */
final class LeanEvidence {

    /** Bodies up to this many bytes are kept as they are. */
    static final int LIMIT = 16 * 1024;

    private static final int LONGEST_TEXT = 256;
    private static final int MOST_MEMBERS = 100;
    private static final int DEEPEST = 2;

    private LeanEvidence() {}

    /** The same facts beside these others. */
    static Evidence of(Evidence full, Counterparts counterparts) {
        byte[] bytes = full.response().body().bytes();
        // A success that tells a refusal in its body is judged by all of it, and behind the head of an answer bytes are
        // counted.
        if (bytes.length <= LIMIT || full.answersHead() || isToldRefusal(full)) {
            return new Evidence(
                    full.method(),
                    List.of(),
                    full.response(),
                    full.field(),
                    full.body(),
                    full.target(),
                    full.accept(),
                    counterparts);
        }
        Response response = full.response();
        return Evidence.of(
                new Request(full.method(), full.target().uri(), List.of(), null, full.accept()),
                new Response(
                        response.status(),
                        response.headers(),
                        body(full, bytes),
                        response.echoes(),
                        response.unsearched()),
                counterparts);
    }

    private static boolean isToldRefusal(Evidence full) {
        try {
            return full.toldRefusal() != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Body body(Evidence full, byte[] bytes) {
        JsonNode object = full.status() >= 200 && full.status() < 300 ? null : object(full);
        return object == null
                ? new Body(Arrays.copyOf(bytes, LIMIT), true)
                : new Body(outline(object, 0).toString().getBytes(StandardCharsets.UTF_8), true);
    }

    private static @Nullable JsonNode object(Evidence full) {
        try {
            return full.body().object();
        } catch (RuntimeException e) {
            // What nobody could read as JSON has no members to keep.
            return null;
        }
    }

    /** The names of its members, and values as far as they are short. */
    private static JsonNode outline(JsonNode value, int depth) {
        if (value.isObject()) {
            ObjectNode outline = JsonNodeFactory.instance.objectNode();
            if (depth < DEEPEST) {
                value.properties().stream()
                        .limit(MOST_MEMBERS)
                        .forEach((Map.Entry<String, JsonNode> it) ->
                                outline.set(it.getKey(), outline(it.getValue(), depth + 1)));
            }
            return outline;
        }
        if (value.isArray()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        return value.isString() && value.asString().length() > LONGEST_TEXT
                ? JsonNodeFactory.instance.stringNode(value.asString().substring(0, LONGEST_TEXT))
                : value;
    }
}
