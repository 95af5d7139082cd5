package dev.naysayer.engine.evidence;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of an answer that is long, deep or strange, to be put in the place of the same part of an ordinary answer.
 *
 * <p>Whatever reads answers is fed with all of them: {@code place × shape}. A new shape is one line here, and every rule and
 * comparison meets it.
 *
 * @param name {@code scope of the challenge: 'a ' again and again}
 * @param field the name of the field, or of those that are many; empty for a body
 * @param lines the values of the field's lines; of a body, the one value of its Content-Type
 * @param body null where the field alone is hostile
 */
public record HostileAnswer(String name, String field, List<String> lines, byte[] body) {

    /** Repeated until the text is as long as wanted. */
    private static final List<String> PIECES = List.of(
            "a",
            "A",
            "0",
            "9",
            "-",
            ".",
            "_",
            "*",
            "~",
            " ",
            "\t",
            " \t",
            "\n",
            "\r\n",
            "\r",
            "\\",
            "\\\"",
            "\"",
            "'",
            ",",
            ", ",
            "=",
            ";",
            "; ",
            "&",
            "?a=",
            "(",
            "[",
            "{",
            "<",
            "/",
            "%",
            "%0d%0a",
            "a ",
            "a  ",
            "a-",
            "a.",
            "a_b",
            "a, ",
            "a=",
            "a=a,",
            "a=a, ",
            "a = a , ",
            "a=\"\",",
            "a=\"a\" , ",
            "a a=a, ",
            "a;a=a,",
            "a:b",
            "A.",
            "A::",
            "A\\",
            "Aa",
            "aA1-._~+/",
            "C:\\a\\",
            "\\\\a",
            "/a",
            "/etc",
            "/a.java",
            "//a.",
            "a/b/",
            "http://",
            "http://a.",
            "https://a.internal",
            "a-a-a-a.",
            "10.0.",
            "127.0.0.1",
            "[::1",
            "1.",
            "1e",
            "1 ",
            "12:",
            "12:00:00",
            "2026-01-01T",
            "2026-01-01T00:00:00.",
            "Mon, 01 Jan ",
            "Mon, 01 Jan 2026 00:00:00 GMT, ",
            "deadbeef",
            "deadbeef-",
            "00000000-0000-",
            "1700000000",
            "eyJ",
            "eyJhbGciOiJub25lIn0.",
            "QUJD",
            "at ",
            "at a.",
            "at a.b(",
            "\tat a.b.C(D.java",
            "at A.B.C(",
            "at async new a ",
            "a.b.C",
            "java.lang.",
            "Caused by",
            "Caused by: ",
            "Exception in thread \"",
            "File \"",
            "#0 /a",
            "thread '",
            "SELECT ",
            "SELECT a ",
            "SELECT a FROM ",
            "select a.a ",
            "column \"",
            "UPDATE a ",
            "issuer (",
            "issuer a ",
            "issuer must be ",
            "expected issuer ",
            "expected ",
            "must be '",
            "key 'a' ",
            "kid ",
            "kid '",
            "key id 'a",
            "host a.",
            "connect to a.",
            "ip-10-0-",
            "error ",
            "a.error",
            "<a ",
            "<!--",
            "-->",
            "</a>",
            "<b>",
            "<input ",
            "<input type=",
            "<html>",
            "&lt;",
            "&#10;",
            "nginx/",
            "1 attempt ",
            "one more more more ",
            "tries left ",
            "1 s ",
            "nonce=",
            "nonce=\"",
            "timestamp\":",
            "\"timestamp\":[",
            "attempts",
            "remaining",
            "\"retry_after\": \"",
            ";jsessionid=",
            "?sessionidsession",
            "/(S(a",
            "data:",
            "event: ",
            "event: a\ndata: {}\n\n",
            ": \n",
            "invalid_token",
            "invalid_token ",
            "Bearer ",
            "Bearer a=",
            "Bearer a=a, ",
            "Bearer realm=\"a\", ",
            "max-age=",
            "max-age=0, ",
            "no-cache=\"",
            "***redacted***",
            "\0",
            "\u0001",
            "\u001b[31m",
            "\u007f",
            "\u0080",
            "\u009b31m",
            "\u009d0;a\u009c",
            "\u00ad",
            "\u061c",
            "\u115f",
            "\u180e",
            "\u200b",
            "\u202e",
            "\u2028",
            "\u2066",
            "\u3164",
            "\ufeff",
            "\ufff9",
            "\uffff",
            "\ud800",
            "\udc00\ud800",
            "\ud83d\ude00",
            "\udb40\udc41",
            "e\u0301",
            "\u00e9",
            "\u0130",
            "\ufb03",
            "\u6f22");

    /** What holds a text in a field; {@code %s} is its place. */
    private static final List<String> FRAMES = List.of("%s", "a %s", "\"%s", "\"%s\"", "a=\"%s\"", "%s!");

    /** Parameters and members that anything reads, and one that nothing does. */
    private static final List<String> PARAMETERS = List.of(
            "realm",
            "charset",
            "error",
            "error_description",
            "error_uri",
            "scope",
            "resource_metadata",
            "acr_values",
            "max_age",
            "algs",
            "nonce",
            "other");

    private static final List<String> MEMBERS = List.of(
            "type",
            "title",
            "status",
            "detail",
            "instance",
            "error",
            "error_description",
            "error_uri",
            "scope",
            "code",
            "message",
            "name",
            "data",
            "other");

    /** JSON that says little in much; {@code %s} where it repeats. */
    private static final List<String[]> NESTED = List.of(
            new String[] {"arrays", "[", "]"},
            new String[] {"objects", "{\"a\":", "}"},
            new String[] {"objects with long names", "{\"" + "a".repeat(1_900) + "\":", "}"},
            new String[] {"objects and arrays", "[{\"error\":", "}]"},
            new String[] {"data in data", "{\"data\":", "}"},
            new String[] {"errors in errors", "{\"errors\":[", "]}"});

    private static final List<String> NUMBERS = List.of(
            "1e999",
            "-1e999",
            "1e-999",
            "1e99999999",
            "1e999999999999",
            "401e0",
            "401.0",
            "40.1e1",
            "0." + "0".repeat(500) + "1",
            "1".repeat(999),
            "1".repeat(1_001),
            "-" + "9".repeat(100_000));

    private static final List<String> MEDIA_TYPES = List.of(
            "application/problem+json", "application/json", "application/graphql-response+json", "text/event-stream");

    /**
     * Whatever may stand in a field.
     *
     * @param field the field's name
     * @param size how many characters its lines have together
     */
    public static Stream<HostileAnswer> ofField(String field, int size) {
        Stream<HostileAnswer> framed = PIECES.stream()
                .flatMap(piece -> FRAMES.stream()
                        .map(frame -> line(field, "'%s' again and again in '%s'", piece, frame, size)));
        Stream<HostileAnswer> many = Stream.of("", "a", "a=a", "Bearer realm=\"a\"", "Bearer error=\"invalid_token\"")
                .map(value -> new HostileAnswer(
                        "%s: many lines of '%s'".formatted(field, value),
                        field,
                        IntStream.range(0, size / 64).mapToObj(i -> value).toList(),
                        null));
        return Stream.concat(framed, many);
    }

    /** Challenges, each a parameter of them with whatever may stand there, or very many. */
    public static Stream<HostileAnswer> challenges(int size) {
        String field = "WWW-Authenticate";
        Stream<HostileAnswer> valued = PARAMETERS.stream()
                .flatMap(name -> PIECES.stream().flatMap(piece -> Stream.of("", "!")
                        .map(end -> line(
                                field, "'%s' again and again in '%s'", piece, "Bearer " + name + "=\"%s" + end + "\"", size))));
        Stream<HostileAnswer> counted = Stream.of(
                        "Bearer realm=\"a\", ", "a b=c, ", "a, ", "Basic realm=a, Bearer error=\"b\", ", "a b==, ")
                .map(piece -> line(field, "'%s' again and again, '%s'", piece, "%sBearer", size));
        Stream<HostileAnswer> parameters = Stream.of("Bearer ", "Basic ", "DPoP ")
                .map(scheme -> new HostileAnswer(
                        field + ": many parameters behind " + scheme, field, List.of(manyParameters(scheme, size)), null));
        return Stream.of(valued, counted, parameters).flatMap(all -> all);
    }

    /** The body as text, as JSON, as events, and of each media type. */
    public static Stream<HostileAnswer> bodies(int size) {
        Stream<HostileAnswer> texts = PIECES.stream()
                .flatMap(piece -> Stream.of("text/plain", "text/html", "application/problem+json", "text/event-stream")
                        .map(type -> body("'%s' again and again as %s".formatted(shown(piece), type), type,
                                repeated(piece, size))));
        Stream<HostileAnswer> strings = PIECES.stream()
                .flatMap(piece -> MEMBERS.stream()
                        .map(member -> body("'%s' again and again in '%s'".formatted(shown(piece), member), MEDIA_TYPES.get(0),
                                "{\"%s\":\"%s\"}".formatted(member, escaped(repeated(piece, size))))));
        return Stream.of(texts, strings, structures(size)).flatMap(all -> all);
    }

    private static Stream<HostileAnswer> structures(int size) {
        return MEDIA_TYPES.stream().flatMap(type -> Stream.of(
                        Stream.of(10, 100, 400, 490, 499, 501, 5_000)
                                .flatMap(depth -> NESTED.stream()
                                        .filter(nest -> depth * (nest[1].length() + nest[2].length()) < 2 * size)
                                        .map(nest -> body("%s, %d deep".formatted(nest[0], depth), type,
                                                nested(nest, depth)))),
                        MEMBERS.stream().flatMap(member -> NUMBERS.stream()
                                .map(number -> body("'%s' is %s".formatted(member, shown(number)), type,
                                        "{\"%s\":%s}".formatted(member, number)))),
                        MEMBERS.stream().map(member -> body("'%s' is a long array".formatted(member), type,
                                "{\"%s\":[%s]}".formatted(member, repeated("0,", size) + "0"))),
                        Stream.of(
                                body("many members", type, manyMembers(size)),
                                body("many members of one name", type, "{" + repeated("\"a\":1,", size) + "\"a\":1}"),
                                body("a long name", type, "{\"%s\":1}".formatted("a".repeat(size))),
                                body("many elements", type, "[" + repeated("{\"error\":0},", size) + "0]"),
                                body("many answers of a batch", type,
                                        "[" + repeated("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":401}},", size) + "{\"jsonrpc\":\"2.0\"}]"),
                                body("many errors", type, "{\"errors\":[" + repeated("{\"message\":\"no\"},", size) + "{\"message\":\"no\"}]}"),
                                body("broken off", type, repeated("{\"a\":[", Math.min(size, 2_000))),
                                body("JSON twice", type, "{} {}"),
                                body("bytes that are no UTF-8", type, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}),
                                body("a mark before it", type, "\ufeff{\"status\":401}")))
                .flatMap(all -> all));
    }

    /** The same answer with this part of it in the place of its own. */
    public Response in(Response ordinary) {
        String replaced = body == null ? field : "Content-Type";
        List<Header> headers = new ArrayList<>(ordinary.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase(replaced))
                .toList());
        lines.forEach(line -> headers.add(new Header(replaced, line)));
        return new Response(
                ordinary.status(), headers, body == null ? ordinary.body() : new Body(body, false), ordinary.echoes());
    }

    @Override
    public String toString() {
        return name;
    }

    private static HostileAnswer line(String field, String words, String piece, String frame, int size) {
        String value = frame.replace("%s", repeated(piece, size));
        return new HostileAnswer(
                field + ": " + words.formatted(shown(piece), frame), field, List.of(value), null);
    }

    private static HostileAnswer body(String name, String type, String text) {
        return body(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static HostileAnswer body(String name, String type, byte[] bytes) {
        return new HostileAnswer("the body, " + type + ": " + name, "", List.of(type), bytes);
    }

    private static String repeated(String piece, int size) {
        return piece.repeat(size / piece.length());
    }

    private static String nested(String[] nest, int depth) {
        return nest[1].repeat(depth) + "1" + nest[2].repeat(depth);
    }

    private static String manyMembers(int size) {
        StringBuilder json = new StringBuilder("{\"a\":1");
        for (int i = 0; json.length() < size; i++) {
            json.append(",\"member_").append(i).append("\":\"/a\"");
        }
        return json.append('}').toString();
    }

    private static String manyParameters(String scheme, int size) {
        StringBuilder challenge = new StringBuilder(scheme).append("realm=a");
        for (int i = 0; challenge.length() < size; i++) {
            challenge.append(", p").append(i).append("=\"v\"");
        }
        return challenge.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\0", "\\u0000")
                .replace("\u0001", "\\u0001")
                .replace("\u001b", "\\u001b")
                .replace("\ud800", "\\ud800");
    }

    private static String shown(String piece) {
        StringBuilder shown = new StringBuilder();
        piece.chars().limit(24).forEach(c -> shown.append(c < 0x20 || c > 0x7e ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
        return piece.length() > 24 ? shown + "… of " + piece.length() : shown.toString();
    }
}
