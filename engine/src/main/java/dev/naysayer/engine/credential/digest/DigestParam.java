package dev.naysayer.engine.credential.digest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One parameter of an answer.
 *
 * @param name its name, {@code username*} for an extended one
 * @param text the value as it is written, with its quotes where it has any
 */
public record DigestParam(String name, String text) {

    /** One that is a quoted string. */
    public static DigestParam quoted(String name, String value) {
        return new DigestParam(name, '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    /** One that is a token: {@code algorithm}, {@code qop}, {@code nc} and {@code userhash} (RFC 7616 section 3.4). */
    public static DigestParam token(String name, String value) {
        return new DigestParam(name, value);
    }

    /** One of other characters than ASCII (RFC 8187 section 3.2). */
    public static DigestParam extended(String name, String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return new DigestParam(name + "*", "UTF-8''" + encoded);
    }

    @Override
    public String toString() {
        return name + "=" + text;
    }
}
