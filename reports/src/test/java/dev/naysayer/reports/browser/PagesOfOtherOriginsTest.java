package dev.naysayer.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.exchange.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page of another origin can read is a pure function of what an API answers; here a real browser is asked, too, and has to say the
 * same of each style of answering.
 */
class PagesOfOtherOriginsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

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
    private record Wish(String method, Map<String, String> headers) {}

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
    private record Came(boolean read, int status, boolean challenge) {}

    /** A wish, and how it and its preflight are answered. */
    private record Trial(AnswerStyle preflight, AnswerStyle answer, Wish wish, boolean include) {

        Came foreseen(String origin) {
            String mediaType = wish.headers().get("Content-Type");
            PageRequest page =
                    PageRequest.of(origin, wish.method(), wish.headers().keySet(), mediaType, include);
            Response came = answer.response(origin);
            boolean read =
                    (!page.needsPreflight() || page.mayFollow(preflight.response(origin))) && page.fault(came) == null;
            boolean challenge =
                    read && !came.headers("WWW-Authenticate").isEmpty() && page.reads(came, "WWW-Authenticate");
            return new Came(read, read ? came.status() : 0, challenge);
        }

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

    private final List<Trial> trials = trials().toList();

    /** What preflights said, by the number of their trial. */
    private final Map<Integer, String> asked = new ConcurrentHashMap<>();

    private final Map<Integer, String> credentials = new ConcurrentHashMap<>();

    private volatile String origin = "";

    private static Stream<Trial> trials() {
        return Stream.of(true, false)
                .flatMap(include -> WISHES.stream()
                        .flatMap(wish -> Stream.concat(
                                PREFLIGHTS.stream().map(it -> new Trial(it, ANSWERS.get(0), wish, include)),
                                ANSWERS.stream().map(it -> new Trial(PREFLIGHTS.get(0), it, wish, include)))));
    }

    @Test
    void a_browser_that_follows_fetch_lets_a_page_read_just_what_is_foreseen() throws Exception {
        List<Came> came = came("--enable-features=CorsNonWildcardRequestHeadersSupport");

        assertThat(differing(came)).isEmpty();
        assertThat(came).anyMatch(Came::read).anyMatch(it -> !it.read()).anyMatch(Came::challenge);
    }

    /** Chromium alone takes a star for Authorization, too, until its flag is set. */
    @Test
    void a_browser_as_it_comes_differs_by_a_star_for_authorization_at_most() throws Exception {
        assertThat(differing(came()))
                .allMatch(trial -> trial.wish().headers().containsKey("Authorization")
                        && trial.preflight().lines().contains("Access-Control-Allow-Headers: *"));
    }

    /** What came of each trial; what its preflights said was as foreseen. */
    private List<Came> came(String... flags) throws Exception {
        try (LoopbackServer pages = LoopbackServer.ofPages();
                LoopbackServer api = LoopbackServer.start(this::answer);
                Chromium chromium = Chromium.start(flags);
                Tab tab = chromium.open()) {
            origin = pages.address();
            tab.show(origin + "/index.html");

            List<Came> came = came(tab, api.address());

            assertThat(came).hasSameSizeAs(trials);
            assertThat(credentials).as("credentials of preflights").isEmpty();
            assertThat(asked)
                    .isNotEmpty()
                    .allSatisfy((number, headers) ->
                            assertThat(headers).isEqualTo(trials.get(number).asked(origin)));
            return came;
        }
    }

    private List<Trial> differing(List<Came> came) {
        return IntStream.range(0, trials.size())
                .filter(i -> !trials.get(i).foreseen(origin).equals(came.get(i)))
                .mapToObj(trials::get)
                .toList();
    }

    /** Each trial has a path of its own, since a browser remembers preflights for a while. */
    private List<Came> came(Tab tab, String api) {
        List<Map<String, Object>> wishes = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            wishes.add(Map.of(
                    "url",
                    "%s/%d".formatted(api, i),
                    "method",
                    trial.wish().method(),
                    "headers",
                    trial.wish().headers(),
                    "credentials",
                    trial.include() ? "include" : "same-origin"));
        }
        JsonNode told = tab.evaluate("""
                (async wishes => {
                  const came = [];
                  for (const {url, ...wish} of wishes) {
                    if (wish.method === 'POST') wish.body = '{}';
                    try {
                      const answer = await fetch(url, wish);
                      came.push([true, answer.status, answer.headers.has('WWW-Authenticate')]);
                    } catch (e) {
                      came.push([false, 0, false]);
                    }
                  }
                  return came;
                })(%s)
                """.formatted(JSON.writeValueAsString(wishes)));
        return told.valueStream()
                .map(it -> new Came(
                        it.get(0).asBoolean(), it.get(1).asInt(), it.get(2).asBoolean()))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        if (!path.matches("\\d+")) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        int number = Integer.parseInt(path);
        Trial trial = trials.get(number);
        boolean preflight = exchange.getRequestMethod().equals("OPTIONS");
        if (preflight) {
            String headers = exchange.getRequestHeaders().getFirst("Access-Control-Request-Headers");
            asked.put(number, headers == null ? "" : headers);
            Stream.of("Authorization", "Cookie")
                    .filter(exchange.getRequestHeaders()::containsKey)
                    .forEach(name -> credentials.put(number, name));
        }
        AnswerStyle style = preflight ? trial.preflight() : trial.answer();
        exchange.getRequestBody().readAllBytes();
        style.send(exchange, origin);
    }
}
