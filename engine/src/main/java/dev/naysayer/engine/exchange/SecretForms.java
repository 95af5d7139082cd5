package dev.naysayer.engine.exchange;

import dev.naysayer.dsl.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The shapes in which one secret can turn up, all as ISO-8859-1 text so that bytes can be searched without loss. */
final class SecretForms {

    /** Shorter values would blank innocent text: a password {@code orders} is also a word. */
    static final int SHORTEST = 8;

    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*");

    private SecretForms() {}

    /** Whether a secret is not looked for; an empty one is none. */
    static boolean isTooShort(Secret secret) {
        return !secret.reveal().isEmpty() && secret.reveal().length() < SHORTEST;
    }

    /** All that must not be shown. */
    static Set<String> toHide(Secret secret) {
        return forms(secret.reveal(), 0);
    }

    /** All that counts as an echo: without a JWT's header, which is public and the same in every token of an issuer. */
    static Set<String> toRecognise(Secret secret) {
        return forms(secret.reveal(), 1);
    }

    private static Set<String> forms(String value, int firstJwtPart) {
        Set<String> forms = new LinkedHashSet<>();
        if (value.length() < SHORTEST) {
            return forms;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        String onTheWire = new String(utf8, StandardCharsets.ISO_8859_1);
        forms.add(value);
        forms.add(onTheWire);
        forms.add(onTheWire.replace("/", "\\/"));
        String inJson = onTheWire.replace("\\", "\\\\").replace("\"", "\\\"");
        forms.add(inJson);
        forms.add(inJson.replace("/", "\\/"));
        forms.add(asciiJson(value));
        forms.add(asciiJson(value).replace("/", "\\/"));
        forms.addAll(inHtml(onTheWire));
        String formEncoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        forms.add(formEncoded);
        forms.add(formEncoded.replace("+", "%20"));
        forms.add(lowerCaseHex(formEncoded));
        forms.add(TargetUri.encoded(value));
        forms.add(lowerCaseHex(TargetUri.encoded(value)));
        forms.add(withoutPadding(Base64.getEncoder().encodeToString(utf8)));
        forms.add(withoutPadding(Base64.getUrlEncoder().encodeToString(utf8)));
        if (JWT.matcher(value).matches()) {
            String[] parts = value.split("\\.", -1);
            for (int i = firstJwtPart; i < parts.length; i++) {
                forms.add(parts[i]);
            }
        }
        forms.removeIf(form -> form.length() < SHORTEST);
        return forms;
    }

    /** As JSON writers put it that escape all but ASCII. */
    private static String asciiJson(String value) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7E) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    /** The usual escapes of a page; apostrophes have three. */
    private static List<String> inHtml(String value) {
        String escaped = value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        return List.of(escaped, escaped.replace("'", "&#39;"), escaped.replace("'", "&#x27;"));
    }

    private static String lowerCaseHex(String encoded) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(encoded)
                .replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
    }

    /** The unpadded form is a prefix of the padded one, so it finds both. */
    private static String withoutPadding(String base64) {
        return base64.replace("=", "");
    }
}
