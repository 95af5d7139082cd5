package dev.naysayer.engine.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes answers that are long, deep or strange: what may stand in each field, each parameter of a challenge, each member of a body,
 * and each of it in every shape.
 *
 * <p>Whatever reads answers is fed with them. A new shape is one line here, and every rule and comparison meets it.
 */
public final class HostileAnswers {

    /** Not a field but the challenges in it, parameter by parameter. */
    public static final String CHALLENGES = "challenges";

    public static final String BODY = "body";

    /** All parameters of a challenge and all members of a body at once, each long enough for a stack to run out. */
    public static final String EVERYWHERE = "everywhere";

    private static final int SIZE_EVERYWHERE = 4_000;

    /** A longer form of the tests that feed with all of them. */
    public static final boolean LONG = Boolean.getBoolean("tests.long");

    /** How many characters a hostile part has. */
    public static final int SIZE = Integer.getInteger("naysayer.hostile-size", LONG ? 1024 * 1024 : 24 * 1024);

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

    /** The shapes in which expressions repeat groups most often: words, lists, names, paths. */
    private static final List<String> COMMON = List.of("a ", "a, ", "a.", "a-", "a=a,", "/a", "a:b", "\\\"");

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

    private HostileAnswers() {}

    /** All of one place: {@link #CHALLENGES}, {@link #BODY}, {@link #EVERYWHERE}, or the name of a field. */
    public static List<HostileAnswer> in(String place) {
        return switch (place) {
            case CHALLENGES -> challenges().toList();
            case BODY -> bodies().toList();
            case EVERYWHERE ->
                PIECES.stream().map(piece -> everywhere(piece, SIZE_EVERYWHERE)).toList();
            default -> field(place).toList();
        };
    }

    /**
     * Some of them, evenly from the beginning to the end.
     *
     * @param most how many; all of them where there are fewer
     * @param first which of the first few to begin with, so that another asker gets others
     */
    public static List<HostileAnswer> some(String place, int most, int first) {
        List<HostileAnswer> all = in(place);
        // Odd, so that it goes through all frames and not through every second one.
        int step = Math.max(1, all.size() / most) | 1;
        return IntStream.iterate(first % step, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
    }

    private static HostileAnswer everywhere(String piece, int size) {
        int times = size / piece.length();
        return new HostileAnswer(
                again(piece) + " everywhere",
                "WWW-Authenticate",
                () -> List.of(PARAMETERS.stream()
                        .map(name -> name + "=\"" + piece.repeat(times) + '"')
                        .collect(Collectors.joining(", ", "Bearer ", ""))),
                () -> MEMBERS.stream()
                        .map(name -> "\"" + name + "\":\"" + escaped(piece).repeat(times) + '"')
                        .collect(Collectors.joining(",", "{", "}"))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Of {@link #EVERYWHERE} those that nobody should be spared, and longer, since compiled code needs less stack. */
    public static List<HostileAnswer> common() {
        return COMMON.stream()
                .map(piece -> everywhere(piece, 4 * SIZE_EVERYWHERE))
                .toList();
    }

    private static Stream<HostileAnswer> field(String field) {
        Stream<HostileAnswer> framed =
                PIECES.stream().flatMap(piece -> FRAMES.stream().map(frame -> line(field, piece, frame)));
        Stream<HostileAnswer> many = Stream.of("", "a", "a=a", "Bearer realm=\"a\"", "Bearer error=\"invalid_token\"")
                .map(value -> new HostileAnswer(
                        "%s: many lines of '%s'".formatted(field, value),
                        field,
                        () -> IntStream.range(0, SIZE / 64).mapToObj(i -> value).toList(),
                        null));
        return Stream.concat(framed, many);
    }

    private static Stream<HostileAnswer> challenges() {
        String field = "WWW-Authenticate";
        Stream<HostileAnswer> valued = PARAMETERS.stream()
                .flatMap(name -> PIECES.stream()
                        .flatMap(piece -> Stream.of("Bearer %s=\"%%s\"", "Bearer %s=\"%%s!\"")
                                .map(frame -> line(field, piece, frame.formatted(name)))));
        Stream<HostileAnswer> counted = Stream.of(
                        "Bearer realm=\"a\", ", "a b=c, ", "a, ", "Basic realm=a, Bearer error=\"b\", ", "a b==, ")
                .map(piece -> line(field, piece, "%sBearer"));
        Stream<HostileAnswer> parameters = Stream.of("Bearer", "Basic", "DPoP")
                .map(scheme -> new HostileAnswer(
                        field + ": many parameters behind " + scheme, field, () -> List.of(parameters(scheme)), null));
        return Stream.of(valued, counted, parameters).flatMap(all -> all);
    }

    /** The body as text, as JSON, as events, and each as whatever it says that it is. */
    private static Stream<HostileAnswer> bodies() {
        Stream<HostileAnswer> texts = PIECES.stream()
                .flatMap(piece -> Stream.of("text/plain", "text/html", "application/problem+json", "text/event-stream")
                        .map(type -> text(again(piece), type, () -> repeated(piece))));
        Stream<HostileAnswer> strings = PIECES.stream()
                .flatMap(piece -> MEMBERS.stream()
                        .map(member -> text(
                                again(piece) + " in '%s'".formatted(member),
                                MEDIA_TYPES.get(0),
                                () -> "{\"%s\":\"%s\"}"
                                        .formatted(member, escaped(piece).repeat(SIZE / piece.length())))));
        return Stream.concat(Stream.concat(texts, strings), MEDIA_TYPES.stream().flatMap(HostileAnswers::structures));
    }

    private static Stream<HostileAnswer> structures(String type) {
        return Stream.of(nested(type), numbers(type), many(type), broken(type)).flatMap(all -> all);
    }

    private static Stream<HostileAnswer> nested(String type) {
        return Stream.of(10, 100, 400, 490, 499, 500, 501, 5_000)
                .flatMap(depth -> NESTED.stream()
                        .filter(nest -> depth * nest[1].length() < 1024 * 1024)
                        .map(nest -> text(
                                "%s, %d deep".formatted(nest[0], depth),
                                type,
                                () -> nest[1].repeat(depth) + "1" + nest[2].repeat(depth))));
    }

    private static Stream<HostileAnswer> numbers(String type) {
        return MEMBERS.stream()
                .flatMap(member -> NUMBERS.stream()
                        .map(number -> text(
                                "'%s' is %s".formatted(member, shown(number)),
                                type,
                                () -> "{\"%s\":%s}".formatted(member, number))));
    }

    private static Stream<HostileAnswer> many(String type) {
        return Stream.concat(
                MEMBERS.stream()
                        .map(member -> text(
                                "'%s' is a long array".formatted(member),
                                type,
                                () -> "{\"%s\":[%s0]}".formatted(member, repeated("0,")))),
                Stream.of(
                        text("many members", type, HostileAnswers::members),
                        text("many members of one name", type, () -> "{" + repeated("\"a\":1,") + "\"a\":1}"),
                        text("a long name", type, () -> "{\"%s\":1}".formatted(repeated("a"))),
                        text("a name of U+0130", type, () -> "{\"%s\":1}".formatted("\u0130".repeat(49_000))),
                        text("many elements", type, () -> "[" + repeated("{\"error\":0},") + "0]"),
                        text(
                                "a long batch",
                                type,
                                () -> "[" + repeated("{\"jsonrpc\":\"2.0\",\"error\":{}},")
                                        + "{\"jsonrpc\":\"2.0\",\"error\":{}}]"),
                        text(
                                "many errors",
                                type,
                                () -> "{\"errors\":[" + repeated("{\"message\":\"no\"},") + "{\"message\":\"no\"}]}")));
    }

    private static Stream<HostileAnswer> broken(String type) {
        return Stream.of(
                text("broken off", type, () -> "{\"a\":[".repeat(200)),
                text("JSON twice", type, () -> "{} {}"),
                text("a mark before it", type, () -> "\ufeff{\"status\":401}"),
                body("bytes that are no UTF-8", type, () -> new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}));
    }

    private static HostileAnswer line(String field, String piece, String frame) {
        return new HostileAnswer(
                "%s: %s in '%s'".formatted(field, again(piece), frame),
                field,
                () -> List.of(frame.replace("%s", repeated(piece))),
                null);
    }

    private static HostileAnswer text(String name, String type, Supplier<String> text) {
        return body(name, type, () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    private static HostileAnswer body(String name, String type, Supplier<byte[]> bytes) {
        return new HostileAnswer("%s as %s".formatted(name, type), "Content-Type", () -> List.of(type), bytes);
    }

    private static String again(String piece) {
        return "'%s' again and again".formatted(shown(piece));
    }

    private static String repeated(String piece) {
        return piece.repeat(SIZE / piece.length());
    }

    private static String members() {
        StringBuilder json = new StringBuilder("{\"a\":1");
        for (int i = 0; json.length() < SIZE; i++) {
            json.append(",\"member_").append(i).append("\":\"/a\"");
        }
        return json.append('}').toString();
    }

    private static String parameters(String scheme) {
        StringBuilder challenge = new StringBuilder(scheme).append(" realm=a");
        for (int i = 0; challenge.length() < SIZE; i++) {
            challenge.append(", p").append(i).append("=\"v\"");
        }
        return challenge.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.chars()
                .forEach(c -> escaped.append(
                        c < ' ' || c == '"' || c == '\\' || Character.isSurrogate((char) c)
                                ? "\\u%04x".formatted(c)
                                : String.valueOf((char) c)));
        return escaped.toString();
    }

    private static String shown(String piece) {
        StringBuilder shown = new StringBuilder();
        piece.chars()
                .limit(24)
                .forEach(c -> shown.append(c < ' ' || c > '~' ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
        return piece.length() > 24 ? shown + "… of " + piece.length() : shown.toString();
    }
}
