package dev.naysayer.engine.exchange;

import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.credential.Credential;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows every secret of a run, and writes {@code ***redacted***} in their place.
 *
 * <p>One redactor serves a whole run and may be used from many threads: a token minted for one case must not show up in the
 * answer to another.
 */
public final class Redactor {

    /** Made of token characters (RFC 9110 section 5.6.2), so that a challenge still parses and JSON stays JSON. */
    public static final String MARK = "***redacted***";

    private static final Set<String> ALWAYS_SECRET = Set.of("authorization", "proxy-authorization", "cookie");
    /** A credential may say what it asks for, and that is nobody's secret. */
    private static final Set<String> NEVER_SECRET = Set.of("accept");

    private static final Pattern COOKIE_VALUE = Pattern.compile("^([^=;]*=)[^;]+");
    private static final Pattern SCHEME_AND_REST = Pattern.compile("(?s)(\\s*[A-Za-z][A-Za-z0-9-]{0,19}[ \\t]+)\\S.*");

    private final FormIndex hidden = new FormIndex();

    /**
     * Hides a secret from now on: itself, its URL-encoded and base64 forms, and the three parts of a JWT.
     *
     * <p>What is shorter than 8 characters is not searched for, because it would blank innocent text; the header that carries
     * it is redacted whole all the same.
     */
    public void register(Secret secret) {
        SecretForms.toHide(secret).forEach(hidden::add);
    }

    /** The text with every registered secret replaced. */
    public String redact(String text) {
        return hidden.replaceAll(text, MARK);
    }

    /** The bytes with every registered secret replaced; all other bytes stay as they are. */
    byte[] redact(byte[] bytes) {
        // ISO-8859-1 maps each byte to one character and back, so bytes that are no text survive.
        return redact(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Also what the limit cut in two at the end of a body: a secret that is not recognised whole any more. */
    Body redact(Body body) {
        byte[] bytes = redact(body.bytes());
        int cut = body.truncated() ? hidden.lengthOfBeginningAtEnd(new String(bytes, StandardCharsets.ISO_8859_1)) : 0;
        return body.with(Arrays.copyOf(bytes, bytes.length - cut));
    }

    /**
     * Request fields: those of the credential, and those that carry credentials by their nature, are redacted whole; control
     * characters are shown as symbols.
     */
    List<Header> redactSent(List<Header> sent, Credential credential) {
        Set<String> secret = new HashSet<>(ALWAYS_SECRET);
        if (!credential.secrets().isEmpty()) {
            credential.fields().forEach(field -> secret.add(field.name().toLowerCase(Locale.ROOT)));
            secret.removeAll(NEVER_SECRET);
        }
        return sent.stream()
                .map(header -> secret.contains(header.name().toLowerCase(Locale.ROOT))
                        ? new Header(header.name(), redact(withoutCredential(header)))
                        : redact(header))
                .map(header -> new Header(VisibleText.ofLine(header.name()), VisibleText.ofLine(header.value())))
                .toList();
    }

    /** Also the value of a cookie that is set: it may be a session that the good credential opened. */
    Header redactReceived(Header header) {
        boolean cookie = header.name().equalsIgnoreCase("Set-Cookie");
        return redact(
                cookie
                        ? new Header(
                                header.name(),
                                COOKIE_VALUE.matcher(header.value()).replaceFirst("$1" + MARK))
                        : header);
    }

    Header redact(Header header) {
        return new Header(redact(header.name()), redact(header.value()));
    }

    /** The scheme stays, since a report is about schemes: {@code Bearer ***redacted***}. */
    private static String withoutCredential(Header header) {
        String value = header.value();
        boolean hasScheme = header.name().toLowerCase(Locale.ROOT).endsWith("authorization");
        var parts = SCHEME_AND_REST.matcher(value);
        if (hasScheme && parts.matches()) {
            return parts.group(1) + MARK;
        }
        return value.isBlank() || (hasScheme && isKnownScheme(value.strip())) ? value : MARK;
    }

    private static boolean isKnownScheme(String value) {
        return Set.of("bearer", "basic", "dpop", "digest").contains(value.toLowerCase(Locale.ROOT));
    }

    /** Where an answer repeats what was presented: {@code header X}, {@code the body}. */
    static List<String> echoes(List<Secret> presented, List<Header> headers, Body body) {
        FormIndex index = new FormIndex();
        presented.forEach(secret -> SecretForms.toRecognise(secret).forEach(index::add));
        List<String> places = new ArrayList<>();
        for (Header header : headers) {
            if (index.isIn(header.value()) || index.isIn(header.name())) {
                places.add("header " + header.name());
            }
        }
        if (index.isIn(new String(body.bytes(), StandardCharsets.ISO_8859_1))) {
            places.add("the body");
        }
        return places.stream().distinct().toList();
    }
}
