package dev.naysayer.engine.exchange.redaction;

import dev.naysayer.dsl.Secret;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of a secret is searched for; how it may be encoded, {@link TextViews} knows. */
public final class SecretForms {

    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*");
    private static final Pattern ARMOR = Pattern.compile("-----(?:BEGIN|END) [A-Z0-9 ]{1,40}-----");

    /** The members of a key that its public half has not (RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1, RFC 8037 section 2). */
    private static final List<String> PRIVATE_MEMBERS = List.of("d", "p", "q", "dp", "dq", "qi", "k");

    private static final JsonMapper JSON = new JsonMapper();

    private SecretForms() {}

    /** Whether a secret is not looked for; an empty one is none. */
    public static boolean isTooShort(Secret secret) {
        return !secret.reveal().isEmpty() && secret.reveal().length() < SecretRuns.SHORTEST;
    }

    /** All that must not be shown. Of a key that is what is private of it, not what every key begins with. */
    static Set<String> toHide(Secret secret) {
        return inBothCharsets(parts(secret.reveal()));
    }

    /** Each of these alone counts as an echo: of a JWT not the header, which is public and the same in every token of an issuer. */
    static Set<String> toRecognise(Secret secret) {
        String value = secret.reveal();
        Stream<String> echoes =
                JWT.matcher(value).matches() ? Stream.of(value.split("\\.", -1)).skip(1) : Stream.of(value);
        return inBothCharsets(
                echoes.filter(echo -> echo.length() >= SecretRuns.SHORTEST).toList());
    }

    private static List<String> parts(String value) {
        if (ARMOR.matcher(value).find()) {
            return List.of(ARMOR.split(value));
        }
        List<String> members = value.stripLeading().startsWith("{") ? members(value) : List.of();
        return members.isEmpty() ? List.of(value) : members;
    }

    /** Of a key what is private of it, of another object all its texts: the names between them are public, {@code "signature":"}. */
    private static List<String> members(String value) {
        try {
            JsonNode json = JSON.readTree(value);
            List<JsonNode> keys = Stream.concat(
                            Stream.of(json), json.path("keys").valueStream())
                    .filter(key -> key.has("kty"))
                    .toList();
            Stream<JsonNode> members = keys.isEmpty()
                    ? texts(json)
                    : keys.stream().flatMap(key -> PRIVATE_MEMBERS.stream().map(key::path));
            return members.map(member -> member.asString(""))
                    .filter(member -> !member.isEmpty())
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static Stream<JsonNode> texts(JsonNode json) {
        return json.isContainer() ? json.valueStream().flatMap(SecretForms::texts) : Stream.of(json);
    }

    /** As characters, and as its UTF-8 bytes, each read as one character: bytes are searched that way. */
    private static Set<String> inBothCharsets(List<String> texts) {
        Set<String> both = new LinkedHashSet<>();
        for (String text : texts) {
            both.add(text);
            both.add(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
        return both;
    }
}
