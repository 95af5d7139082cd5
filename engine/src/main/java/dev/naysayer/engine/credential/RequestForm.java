package dev.naysayer.engine.credential;

import static java.util.stream.Collectors.joining;

import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a form before they are written (RFC 6749 appendix B).
 *
 * @param body what stands in the form, in its order
 * @param query what stands in the query in its place
 * @param isJson whether the body is JSON, which no standard knows for OAuth requests
 */
public record RequestForm(List<Part> body, List<Part> query, boolean isJson) {

    private static final Set<String> CLIENT = Set.of("client_id", "client_secret");

    /** One that holds nothing. */
    public static final RequestForm EMPTY = new RequestForm(List.of(), List.of(), false);

    public RequestForm {
        body = List.copyOf(body);
        query = List.copyOf(query);
    }

    /**
     * Reads a form as it is sent.
     *
     * @param shown the same as a reader may see it: what is not in it as it is sent may be secret
     */
    public static RequestForm read(String text, String shown) {
        Set<String> open = Set.copyOf(List.of(shown.split("&", -1)));
        List<Part> parts = Stream.of(text.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> part(pair, open.contains(pair)))
                .toList();
        return new RequestForm(parts, List.of(), false);
    }

    /** Whether a suite's body is a form with this name in it, as far as that shows before anything is sent. */
    public static boolean has(@Nullable RequestBody body, String name) {
        if (body == null || !RequestBody.isForm(body.mediaType())) {
            return false;
        }
        // What a reference is written as may hold anything.
        String open = body.text().pieces().stream()
                .map(piece -> piece.value() == null && piece.fresh() == null ? piece.written() : "")
                .collect(joining());
        return Stream.of(open.split("&", -1))
                .anyMatch(pair -> RequestBody.decoded(pair.split("=", 2)[0]).equals(name));
    }

    private static Part part(String pair, boolean open) {
        String[] parts = pair.split("=", 2);
        return new Part(
                RequestBody.decoded(parts[0]), new Secret(parts.length < 2 ? "" : RequestBody.decoded(parts[1])), open);
    }

    /** With one more text, which may be secret. */
    RequestForm with(Part part) {
        List<Part> more = new ArrayList<>(body);
        more.add(part);
        return new RequestForm(more, query, isJson);
    }

    /** With one more text that everybody may see, whatever else has its name. */
    public RequestForm with(String name, String value) {
        return with(new Part(name, new Secret(value), true));
    }

    /** With what says which client asks. */
    public RequestForm with(ClientPair client) {
        return new RequestForm(
                Stream.concat(body.stream(), client.parameters().stream()).toList(), query, isJson);
    }

    /** Without what has this name. */
    public RequestForm without(String name) {
        return new RequestForm(
                body.stream().filter(part -> !part.name().equals(name)).toList(), query, isJson);
    }

    /** With this text in the place of what has its name. */
    public RequestForm where(String name, String value) {
        return without(name).with(name, value);
    }

    /** With this text, unless something has its name. */
    public RequestForm or(String name, String value) {
        return body.stream().anyMatch(part -> part.name().equals(name)) ? this : with(name, value);
    }

    /** With what has this name once more. */
    public RequestForm repeating(String name) {
        RequestForm twice = this;
        for (Part part :
                body.stream().filter(it -> it.name().equals(name)).limit(1).toList()) {
            twice = twice.with(part);
        }
        return twice;
    }

    /** All of it in the query, and an empty body. */
    public RequestForm inQuery() {
        return new RequestForm(
                List.of(), Stream.concat(query.stream(), body.stream()).toList(), isJson);
    }

    /** The same, but for what says which client asks, which stays in the body. */
    public RequestForm inQueryWithoutClient() {
        Predicate<Part> ofClient = part -> CLIENT.contains(part.name());
        return new RequestForm(
                body.stream().filter(ofClient).toList(),
                Stream.concat(query.stream(), body.stream().filter(ofClient.negate()))
                        .toList(),
                isJson);
    }

    /** The same texts as members of a JSON object. */
    public RequestForm asJson() {
        return new RequestForm(body, query, true);
    }

    /** As it is sent. */
    Credential.Content content() {
        return new Credential.Content(
                isJson ? RequestBody.JSON : RequestBody.FORM,
                new Secret(written(part -> encoded(part.value().reveal()))),
                this);
    }

    /** As it may be shown: with this mark in the place of the values that are hidden. */
    public String shown(Predicate<Part> hidden, String mark) {
        return written(part -> hidden.test(part) ? mark : encoded(part.value().reveal()));
    }

    private String written(Function<Part, String> value) {
        String pair = isJson ? "\"%s\":\"%s\"" : "%s=%s";
        String pairs = body.stream()
                .map(part -> pair.formatted(encoded(part.name()), value.apply(part)))
                .collect(joining(isJson ? "," : "&"));
        return isJson ? "{" + pairs + "}" : pairs;
    }

    private String encoded(String text) {
        return isJson
                ? text.replace("\\", "\\\\").replace("\"", "\\\"")
                : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
