package dev.naysayer.reports.browser;

import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.exchange.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a page of another origin wishes, and how an API answers it and its preflight. A new style of answering is a line of a list. */
record PageTrial(AnswerStyle preflight, AnswerStyle answer, Wish wish, boolean include) {

    private static final String CHALLENGE = "WWW-Authenticate: Bearer realm=\"orders\"";

    private static final String ALLOW_OWN = "Access-Control-Allow-Origin: " + AnswerStyle.OWN;
    private static final String ALLOW_ANY = "Access-Control-Allow-Origin: *";
    private static final String COOKIES = "Access-Control-Allow-Credentials: true";
    private static final String METHODS = "Access-Control-Allow-Methods: GET, POST, DELETE";
    private static final String HEADERS = "Access-Control-Allow-Headers: authorization, content-type, x-key";

    private static final List<AnswerStyle> PREFLIGHTS = List.of(
            AnswerStyle.of(204, ALLOW_OWN, COOKIES, METHODS, HEADERS),
            AnswerStyle.of(200, ALLOW_OWN, COOKIES, METHODS, HEADERS),
            AnswerStyle.of(401, ALLOW_OWN, COOKIES, METHODS, HEADERS),
            AnswerStyle.of(403),
            AnswerStyle.of(302, ALLOW_OWN, COOKIES, METHODS, HEADERS, "Location: /elsewhere"),
            AnswerStyle.of(500, ALLOW_OWN, COOKIES, METHODS, HEADERS),
            AnswerStyle.of(204),
            AnswerStyle.of(204, ALLOW_OWN),
            AnswerStyle.of(204, ALLOW_OWN, METHODS, HEADERS),
            AnswerStyle.of(204, ALLOW_ANY, METHODS, HEADERS),
            AnswerStyle.of(204, ALLOW_ANY, COOKIES, METHODS, HEADERS),
            AnswerStyle.of(204, ALLOW_OWN + "/", COOKIES, METHODS, HEADERS),
            AnswerStyle.of(204, ALLOW_OWN, ALLOW_OWN, COOKIES, METHODS, HEADERS),
            AnswerStyle.of(204, "Access-Control-Allow-Origin: https://app.example", COOKIES, METHODS, HEADERS),
            AnswerStyle.of(204, ALLOW_OWN, COOKIES, METHODS, "Access-Control-Allow-Headers: *"),
            AnswerStyle.of(204, ALLOW_OWN, COOKIES, METHODS, "Access-Control-Allow-Headers: *, Authorization"),
            AnswerStyle.of(204, ALLOW_OWN, COOKIES, METHODS, "Access-Control-Allow-Headers: AUTHORIZATION"),
            AnswerStyle.of(204, ALLOW_OWN, COOKIES, METHODS, "Access-Control-Allow-Headers: x-key", HEADERS),
            AnswerStyle.of(204, ALLOW_OWN, COOKIES, METHODS, "Access-Control-Allow-Headers: x key"),
            AnswerStyle.of(204, ALLOW_OWN, COOKIES, "Access-Control-Allow-Methods: *", HEADERS),
            AnswerStyle.of(204, ALLOW_OWN, COOKIES, "Access-Control-Allow-Methods: delete", HEADERS),
            AnswerStyle.of(204, ALLOW_OWN, COOKIES, "Access-Control-Allow-Methods: GET; DELETE", HEADERS),
            AnswerStyle.of(204, ALLOW_OWN, "Access-Control-Allow-Credentials: TRUE", METHODS, HEADERS));

    private static final List<AnswerStyle> ANSWERS = List.of(
            AnswerStyle.of(401, ALLOW_OWN, COOKIES, CHALLENGE, "Access-Control-Expose-Headers: www-authenticate"),
            AnswerStyle.of(200, ALLOW_OWN, COOKIES),
            AnswerStyle.of(401, CHALLENGE),
            AnswerStyle.of(403, ALLOW_OWN, COOKIES, CHALLENGE),
            AnswerStyle.of(401, ALLOW_OWN, COOKIES, CHALLENGE, "Access-Control-Expose-Headers: *"),
            AnswerStyle.of(401, ALLOW_OWN, CHALLENGE, "Access-Control-Expose-Headers: WWW-Authenticate"),
            AnswerStyle.of(401, ALLOW_ANY, CHALLENGE, "Access-Control-Expose-Headers: WWW-Authenticate"),
            AnswerStyle.of(401, ALLOW_ANY, COOKIES, CHALLENGE),
            AnswerStyle.of(401, "Access-Control-Allow-Origin: https://app.example", COOKIES, CHALLENGE),
            AnswerStyle.of(401, "Access-Control-Allow-Origin: null", COOKIES, CHALLENGE),
            AnswerStyle.of(401, ALLOW_OWN + ", https://app.example", COOKIES, CHALLENGE));

    /** What a page asks for. */
    record Wish(String method, Map<String, String> headers) {}

    private static final List<Wish> WISHES = List.of(
            new Wish("GET", Map.of()),
            new Wish("GET", Map.of("Authorization", "Bearer made-up")),
            new Wish("GET", Map.of("X-Key", "made-up")),
            new Wish("POST", Map.of("Content-Type", "application/json")),
            new Wish("GET", Map.of("Range", "bytes=0-9")),
            new Wish("POST", Map.of("Content-Type", "text/plain")),
            new Wish("POST", Map.of("Content-Type", "multipart/form-data; boundary=\"x\"")),
            new Wish("DELETE", Map.of()),
            new Wish("DELETE", Map.of("Authorization", "Bearer made-up")));

    /** What came of one wish. */
    record Came(boolean read, int status, boolean challenge) {}

    /** All of them but those of Spring. */
    static List<PageTrial> all() {
        return Stream.of(true, false)
                .flatMap(include -> WISHES.stream()
                        .flatMap(wish -> Stream.concat(
                                PREFLIGHTS.stream().map(it -> new PageTrial(it, ANSWERS.get(0), wish, include)),
                                ANSWERS.stream().map(it -> new PageTrial(PREFLIGHTS.get(0), it, wish, include)))))
                .toList();
    }

    /** What Spring Security answers in one of the ways of the examples. */
    static PageTrial ofSpring(String way) {
        return new PageTrial(
                ofSpring(way, "preflight"),
                ofSpring(way, "refusal"),
                new Wish("GET", Map.of("Authorization", "Bearer made-up")),
                false);
    }

    private static AnswerStyle ofSpring(String way, String asked) {
        try {
            String all = Files.readString(
                    Path.of("../example-suites/src/test/resources/dev/naysayer/examples/spring/pages-answers.txt"));
            String head = all.split("### %s %s\n".formatted(way, asked), 2)[1].split("\n\n", 2)[0];
            List<String> lines =
                    head.replace("https://app.example", AnswerStyle.OWN).lines().toList();
            return new AnswerStyle(Integer.parseInt(lines.get(0)), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has to come of it. */
    Came foreseen(String origin) {
        String mediaType = wish.headers().get("Content-Type");
        PageRequest page = PageRequest.of(origin, wish.method(), wish.headers().keySet(), mediaType, include);
        Response came = answer.response(origin);
        boolean read =
                (!page.needsPreflight() || page.mayFollow(preflight.response(origin))) && page.fault(came) == null;
        boolean challenge = read && !came.headers("WWW-Authenticate").isEmpty() && page.reads(came, "WWW-Authenticate");
        return new Came(read, read ? came.status() : 0, challenge);
    }

    /** Which headers the preflight has to ask for. */
    String asked(String origin) {
        return PageRequest.of(
                        origin,
                        wish.method(),
                        wish.headers().keySet(),
                        wish.headers().get("Content-Type"),
                        include)
                .asked();
    }
}
