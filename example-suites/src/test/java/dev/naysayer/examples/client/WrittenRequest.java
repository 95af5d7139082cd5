package dev.naysayer.examples.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A request on one line: {@code GET /orders | Authorization: Bearer a\x01b | body: a=b}.
 *
 * <p>{@code \x01} is a byte, {@code {name}} is replaced, {@code {a*9000}} is that many letters.
 */
public final class WrittenRequest {

    private static final Pattern PART = Pattern.compile(" \\| ");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");
    private static final Pattern REPEATED = Pattern.compile("\\{(.)\\*([0-9]+)}");
    private static final String BODY = "body: ";

    private WrittenRequest() {}

    /** The request's bytes as ISO-8859-1 text; it asks the server to close. */
    public static String text(String line, String url, Map<String, String> names) {
        String[] parts = PART.split(line, -1);
        StringBuilder text = new StringBuilder(filled(parts[0], names)).append(" HTTP/1.1\r\n");
        text.append("Host: ").append(url.substring(url.indexOf("//") + 2)).append("\r\nConnection: close\r\n");
        String body = "";
        for (int at = 1; at < parts.length; at++) {
            String part = filled(parts[at], names);
            if (part.startsWith(BODY)) {
                body = part.substring(BODY.length());
                text.append("Content-Length: ").append(body.length()).append("\r\n");
            } else {
                text.append(part).append("\r\n");
            }
        }
        return text.append("\r\n").append(body).toString();
    }

    private static String filled(String part, Map<String, String> names) {
        String text = part;
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace("{" + name.getKey() + "}", name.getValue());
        }
        text = REPEATED.matcher(text).replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))));
        return BYTE.matcher(text)
                .replaceAll(found -> new String(
                        new byte[] {(byte) Integer.parseInt(found.group(1), 16)}, StandardCharsets.ISO_8859_1));
    }
}
