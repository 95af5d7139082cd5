package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.Sha256;
import dev.naysayer.engine.evidence.BeyondLimit;
import dev.naysayer.engine.evidence.ErrorBody;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.redaction.Quotes;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What stands in the place of a body that is somebody's data.
 *
 * <p>Problem: what a credential opens holds names, orders and balances, and reports are sent around. Choice: what a reader needs to
 * tell two answers apart, and no value. A map may have names of people as its names, so only those that look like a member's are
 * told.
 */
final class WithheldBody {

    private static final int MOST_MEMBERS = 10;
    private static final int DEEPEST = 2;

    /** A member's name as programmers choose them. */
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z_@$][A-Za-z_-]{0,29}\\d{0,2}");

    private static final String MORE = "…";

    private WithheldBody() {}

    /** The answer, where it let the credential in and has a body; a success whose body says no let nobody in. */
    static Optional<Evidence> of(Exchange exchange) {
        // Most answers are refusals, and need not be read once more for this.
        return exchange instanceof Exchange.Answered answered && isSuccess(answered.response())
                ? Optional.of(Evidence.of(answered.request(), answered.response()))
                        .filter(WithheldBody::letsIn)
                : Optional.empty();
    }

    /** Those of these answers whose bodies are withheld. */
    static List<Evidence> among(List<Evidence> answers) {
        return answers.stream()
                .filter(evidence -> isSuccess(evidence.response()) && letsIn(evidence))
                .toList();
    }

    private static boolean isSuccess(Response response) {
        return response.status() >= 200
                && response.status() <= 299
                && !response.body().isEmpty();
    }

    /** What goes beyond a limit of ours is more than a refusal would say. */
    private static boolean letsIn(Evidence evidence) {
        try {
            return evidence.toldRefusal() == null;
        } catch (BeyondLimit e) {
            return true;
        }
    }

    /** A text without what it quotes of such bodies; of headers, and in our words, all may be told. */
    static String unquoted(String text, List<Evidence> withheld) {
        Stream<String> headers = withheld.stream()
                .flatMap(evidence -> evidence.response().headers().stream())
                .flatMap(header -> Stream.of(header.name(), header.value()));
        return withheld.isEmpty()
                ? text
                : Quotes.hidden(
                        text,
                        withheld.stream()
                                .map(evidence -> evidence.response().body())
                                .toList(),
                        Stream.concat(headers, OwnWords.all()));
    }

    /** {@code 42 bytes of application/json, SHA-256 …, {id: number, tags: [2 × text]}}. */
    static String words(Evidence evidence) {
        byte[] bytes = evidence.response().body().bytes();
        ErrorBody body = evidence.body();
        return Stream.of(
                        "%s%d bytes of %s"
                                .formatted(
                                        evidence.response().body().truncated() ? "the first " : "",
                                        bytes.length,
                                        body.mediaType() == null ? "no media type" : body.mediaType()),
                        "SHA-256 " + HexFormat.of().formatHex(Sha256.begun().digest(bytes)),
                        body.limit() == null && body.json() != null ? shape(body.json(), 0) : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String shape(JsonNode json, int depth) {
        if (json.isContainer() && !json.isEmpty() && depth == DEEPEST) {
            return json.isArray() ? "[%s]".formatted(MORE) : "{%s}".formatted(MORE);
        }
        if (json.isArray()) {
            return json.isEmpty() ? "[]" : "[%d × %s]".formatted(json.size(), shape(json.get(0), depth + 1));
        }
        return json.isObject() ? object(json, depth) : type(json);
    }

    private static String object(JsonNode json, int depth) {
        List<String> members = json.properties().stream()
                .limit(MOST_MEMBERS)
                .map(member -> name(member) + ": " + shape(member.getValue(), depth + 1))
                .toList();
        String rest = json.size() > MOST_MEMBERS ? ", %d more".formatted(json.size() - MOST_MEMBERS) : "";
        return "{%s%s}".formatted(String.join(", ", members), rest);
    }

    private static String name(Map.Entry<String, JsonNode> member) {
        return MEMBER.matcher(member.getKey()).matches() ? member.getKey() : MORE;
    }

    private static String type(JsonNode json) {
        if (json.isNull()) {
            return "null";
        }
        return json.isString() ? "text" : json.isNumber() ? "number" : "true or false";
    }
}
