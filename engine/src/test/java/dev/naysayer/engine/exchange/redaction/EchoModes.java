package dev.naysayer.engine.exchange.redaction;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * All the ways in which a server may send back what it was sent.
 *
 * <p>A test tool: whoever adds a scheme, a source or an output runs it against them, and none may show ten characters in a row.
 */
public final class EchoModes {

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    private final String secret;
    private final List<Echo> echoes = new ArrayList<>();

    private EchoModes(String secret) {
        this.secret = secret;
    }

    /**
     * One of them.
     *
     * @param name how it is done
     * @param text what an answer then holds
     * @param hidden the characters of it that are the secret's, as they stand there
     * @param run how many of those stand for ten characters of the secret
     */
    public record Echo(String name, String text, String hidden, int run) {

        /** What a text still shows of it: a piece that stands for ten characters of the secret or more; empty where it shows none. */
        public String shownBy(String output) {
            return shownByFolded(output.toLowerCase(Locale.ROOT));
        }

        /** Looks for every piece of half the length, and how far each goes on: to look for all pieces would take minutes. */
        private String shownByFolded(String output) {
            String encoded = hidden.toLowerCase(Locale.ROOT);
            int half = run / 2;
            for (int i = 0; i + half <= encoded.length(); i += half) {
                String piece = encoded.substring(i, i + half);
                for (int at = output.indexOf(piece); at >= 0; at = output.indexOf(piece, at + 1)) {
                    String shown = around(encoded, i, output, at);
                    if (shown.length() >= run) {
                        return shown;
                    }
                }
            }
            return "";
        }

        private static String around(String encoded, int i, String output, int at) {
            int before = 0;
            while (before < Math.min(i, at) && encoded.charAt(i - before - 1) == output.charAt(at - before - 1)) {
                before++;
            }
            int behind = 0;
            while (i + behind < encoded.length()
                    && at + behind < output.length()
                    && encoded.charAt(i + behind) == output.charAt(at + behind)) {
                behind++;
            }
            return encoded.substring(i - before, i + behind);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Every way for this secret, of which some can be the same. */
    public static List<Echo> of(String secret) {
        EchoModes modes = new EchoModes(secret);
        modes.asItStands();
        modes.inPart();
        modes.escaped();
        modes.packed();
        modes.twice();
        return List.copyOf(modes.echoes);
    }

    /** What an output shows of a secret, by the name of the form in which it does; empty where it shows nothing. */
    public static Map<String, String> shown(String secret, String output) {
        String folded = output.toLowerCase(Locale.ROOT);
        Map<String, String> shown = new TreeMap<>();
        for (Echo echo : of(secret)) {
            String piece = echo.shownByFolded(folded);
            if (!piece.isEmpty()) {
                shown.put(echo.name(), piece);
            }
        }
        return shown;
    }

    private void add(String name, String encoded, int run) {
        add(name, encoded, encoded, run);
    }

    private void add(String name, String text, String encoded, int run) {
        echoes.add(new Echo(name, "<" + text + ">", encoded, run));
    }

    private void asItStands() {
        add("as it stands", secret, 10);
        add("in a sentence", "the token " + secret + " is not known", secret, 10);
        add("behind a name", "token=" + secret + "&x=1", secret, 10);
        add("in JSON", "{\"token\":\"" + secret.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}", secret, 10);
        add("in upper case", secret.toUpperCase(Locale.ROOT), 10);
        add("in lower case", secret.toLowerCase(Locale.ROOT), 10);
        add(
                "case exchanged",
                mapped(c -> Character.isUpperCase(c)
                        ? String.valueOf(Character.toLowerCase((char) c))
                        : String.valueOf((char) c).toUpperCase(Locale.ROOT)),
                10);
        add("twice, with nothing between", secret + secret, 10);
        add("UTF-8 read as Latin-1", new String(secret.getBytes(UTF_8), StandardCharsets.ISO_8859_1), 10);
        add("wrapped every 20 characters", wrapped(secret, 20, "\r\n"), 12);
        add("wrapped every 7 characters", wrapped(secret, 7, "\n"), 12);
        add("folded as a header", wrapped(secret, 30, "\r\n  "), 14);
        add("in the alphabet of base64", secret.replace('-', '+').replace('_', '/'), 10);
        add("in that of base64url", secret.replace('+', '-').replace('/', '_'), 10);
    }

    private void inPart() {
        int length = secret.length();
        add("the first half", secret.substring(0, length / 2), 10);
        add("the second half", secret.substring(length / 2), 10);
        add("without its last character", secret.substring(0, length - 1), 10);
        add("without its first character", secret.substring(1), 10);
        add("the first ten", secret.substring(0, 10), 10);
        add("the last ten", secret.substring(length - 10), 10);
        add("cut, with dots", secret.substring(0, 10) + "..." + secret.substring(length - 10), 10);
        add("cut, with an ellipsis", secret.substring(0, 11) + "…", 10);
        add("masked in the middle", secret.substring(0, 10) + "****" + secret.substring(length - 10), 10);
        add("masked in front", "********" + secret.substring(length - 10), 10);
        add("masked behind", secret.substring(0, 10) + "********", 10);
        String[] segments = secret.split("\\.", -1);
        for (int i = 0; i < segments.length; i++) {
            add("segment " + i, segments[i], 10);
        }
        add("segments apart", secret.replace(".", " . "), 10);
        add("its first half in base64", base64(secret.substring(0, length / 2)), 14);
        add("its second half in hex", hex(secret.substring(length / 2)), 20);
    }

    private void escaped() {
        String form = URLEncoder.encode(secret, UTF_8);
        add("as a form field", form, 30);
        add("as a form field in lower case", form.toLowerCase(Locale.ROOT), 30);
        add("as a path segment", form.replace("+", "%20"), 30);
        add("every byte as percent", octets("%%%02X"), 30);
        add("every byte as percent in lower case", octets("%%%02x"), 30);
        add("every second byte as percent", everySecond(), 30);
        add("every character as \\u", units("\\u%04x"), 60);
        add("every character as \\u in upper case", units("\\u%04X"), 60);
        add("every character as %u", units("%%u%04x"), 60);
        add("every byte as \\x", octets("\\x%02x"), 40);
        add("every character as &#", units("&#%d;"), 60);
        add("every character as &#x", units("&#x%x;"), 60);
        add("every character as &#X with zeros", units("&#X%05X;"), 90);
        add(
                "with named entities",
                secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&apos;"),
                60);
        add("as a quoted string", "\"" + secret.replace("\\", "\\\\").replace("\"", "\\\"") + "\"", 20);
        add("every character quoted", mapped(c -> "\\" + (char) c), 20);
        add("with \\/ for /", secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"), 20);
        add("ASCII JSON", mapped(c -> c > 0x7E ? "\\u%04x".formatted(c) : json(c)), 60);
    }

    private static String json(int c) {
        return c == '"' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c);
    }

    private void packed() {
        for (int offset = 0; offset < 3; offset++) {
            String shifted = "abc".substring(0, offset) + secret + "xyz";
            add("base64 at offset " + offset, base64(shifted), inBase64(offset), 16);
            add("base64url at offset " + offset, url(base64(shifted)), url(inBase64(offset)), 16);
        }
        add("base64 without padding", base64(secret).replace("=", ""), 16);
        add("base64 of Latin-1", Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.ISO_8859_1)), 16);
        add("base64 behind letters", "debug" + base64(secret), base64(secret), 16);
        add("base64 wrapped at 76", wrapped(base64(secret), 76, "\r\n"), 18);
        add("base64 wrapped at 20", wrapped(base64(secret), 20, "\n"), 18);
        add("base64 wrapped in JSON", wrapped(base64(secret), 76, "\\n"), 22);
        add("base64 of user and secret", base64("orders:" + secret), 16);
        add("base64 of JSON", base64("{\"token\":\"" + secret + "\"}"), 16);
        add("hex", hex(secret), 20);
        add("hex in upper case", hex(secret).toUpperCase(Locale.ROOT), 20);
        add("hex behind a digit", "7" + hex(secret), hex(secret), 20);
        add("hex with colons", octets(":%02x"), 33);
        add("hex with blanks", octets(" %02X"), 33);
        add("hex as in C", octets("0x%02x, "), 66);
    }

    private void twice() {
        String percent = octets("%%%02X");
        add("percent of percent", percent.replace("%", "%25"), 50);
        add("percent of base64", URLEncoder.encode(base64(secret), UTF_8), 22);
        add("base64 of percent", base64(percent), 48);
        add("base64 of base64", base64(base64(secret)), 24);
        add("base64 of hex", base64(hex(secret)), 32);
        add("hex of base64", hex(base64(secret)), 32);
        add("hex of hex", hex(hex(secret)), 40);
        add(
                "JSON in JSON",
                secret.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\""),
                40);
        add("\\u of percent", escapedUnits(form()), 180);
        add("entities of base64", entities(base64(secret)), 84);
        add("percent of JSON", URLEncoder.encode("{\"t\":\"" + units("\\u%04x") + "\"}", UTF_8), 100);
        add("base64 of a quoted string", base64(mapped(c -> "\\" + (char) c)), 32);
        add("base64 of upper case", base64(secret.toUpperCase(Locale.ROOT)), 16);
    }

    private String form() {
        return URLEncoder.encode(secret, UTF_8);
    }

    private static String escapedUnits(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    private static String entities(String text) {
        return text.chars().mapToObj("&#%d;"::formatted).collect(Collectors.joining());
    }

    private String everySecond() {
        byte[] bytes = secret.getBytes(UTF_8);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            boolean plain = i % 2 == 0 && bytes[i] > 0 && Character.isLetterOrDigit(bytes[i]);
            text.append(plain ? String.valueOf((char) bytes[i]) : "%%%02x".formatted(bytes[i]));
        }
        return text.toString();
    }

    private String units(String format) {
        return mapped(format::formatted);
    }

    private String mapped(IntFunction<String> each) {
        return secret.chars().mapToObj(each).collect(Collectors.joining());
    }

    private String octets(String format) {
        return new String(secret.getBytes(UTF_8), StandardCharsets.ISO_8859_1)
                .chars()
                .mapToObj(format::formatted)
                .collect(Collectors.joining());
    }

    /** The characters of the base64 that stand for the secret alone. */
    private String inBase64(int offset) {
        String encoded = base64("abc".substring(0, offset) + secret + "xyz");
        int first = (offset * 8 + 5) / 6;
        int last = (offset + secret.getBytes(UTF_8).length) * 8 / 6;
        return encoded.substring(first, last);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String url(String base64) {
        return base64.replace('+', '-').replace('/', '_');
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private static String wrapped(String text, int width, String lineEnd) {
        Function<Integer, String> line = i -> text.substring(i, Math.min(text.length(), i + width));
        return java.util.stream.IntStream.iterate(0, i -> i < text.length(), i -> i + width)
                .boxed()
                .map(line)
                .collect(Collectors.joining(lineEnd));
    }
}
