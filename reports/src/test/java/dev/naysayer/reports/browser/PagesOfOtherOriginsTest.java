package dev.naysayer.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
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

    /** A tab answers within a minute or not at all. */
    private static final int PART = 100;

    /** What Spring Security answers in each way of the examples, and whether a page reads why it was refused. */
    private static final Map<String, Boolean> OF_SPRING = Map.of("InFront", true, "Behind", false, "HalfMended", false);

    private final List<PageTrial> trials = Stream.concat(
                    PageTrial.all().stream(), OF_SPRING.keySet().stream().map(PageTrial::ofSpring))
            .toList();

    /** What preflights said, by the number of their trial. */
    private final Map<Integer, String> asked = new ConcurrentHashMap<>();

    private final Map<Integer, String> credentials = new ConcurrentHashMap<>();

    private volatile String origin = "";

    @Test
    void a_browser_that_follows_fetch_lets_a_page_read_just_what_is_foreseen() throws Exception {
        List<PageTrial.Came> came = came("--enable-features=CorsNonWildcardRequestHeadersSupport");

        assertThat(differing(came)).isEmpty();
        assertThat(came)
                .anyMatch(PageTrial.Came::read)
                .anyMatch(it -> !it.read())
                .anyMatch(PageTrial.Came::challenge);
        assertThat(OF_SPRING)
                .allSatisfy((way, read) -> assertThat(came.get(trials.indexOf(PageTrial.ofSpring(way))))
                        .as(way)
                        .isEqualTo(new PageTrial.Came(read, read ? 401 : 0, read)));
    }

    /** Chromium alone takes a star for Authorization, too, until its flag is set. */
    @Test
    void a_browser_as_it_comes_differs_by_a_star_for_authorization_at_most() throws Exception {
        assertThat(differing(came()))
                .allMatch(trial -> trial.wish().headers().containsKey("Authorization")
                        && trial.preflight().lines().contains("Access-Control-Allow-Headers: *"));
    }

    /** What came of each trial; what its preflights said was as foreseen. */
    private List<PageTrial.Came> came(String... flags) throws Exception {
        try (LoopbackServer pages = LoopbackServer.ofPages();
                LoopbackServer api = LoopbackServer.start(this::answer);
                Chromium chromium = Chromium.start(flags);
                Tab tab = chromium.open()) {
            origin = pages.address();
            tab.show(origin + "/index.html");

            List<PageTrial.Came> came = came(tab, api.address());

            assertThat(came).hasSameSizeAs(trials);
            assertThat(credentials).as("credentials of preflights").isEmpty();
            assertThat(asked)
                    .isNotEmpty()
                    .allSatisfy((number, headers) ->
                            assertThat(headers).isEqualTo(trials.get(number).asked(origin)));
            return came;
        }
    }

    private List<PageTrial> differing(List<PageTrial.Came> came) {
        return IntStream.range(0, trials.size())
                .filter(i -> !trials.get(i).foreseen(origin).equals(came.get(i)))
                .mapToObj(trials::get)
                .toList();
    }

    /** Each trial has a path of its own, since a browser remembers preflights for a while; a part of them is as much as a slow machine bears. */
    private List<PageTrial.Came> came(Tab tab, String api) {
        List<PageTrial.Came> came = new ArrayList<>();
        for (int from = 0; from < trials.size(); from += PART) {
            came.addAll(came(
                    tab,
                    IntStream.range(from, Math.min(from + PART, trials.size()))
                            .mapToObj(number -> wish("%s/%d".formatted(api, number), trials.get(number)))
                            .toList()));
        }
        return came;
    }

    private static Map<String, Object> wish(String url, PageTrial trial) {
        return Map.of(
                "url",
                url,
                "method",
                trial.wish().method(),
                "headers",
                trial.wish().headers(),
                "credentials",
                trial.include() ? "include" : "same-origin");
    }

    private static List<PageTrial.Came> came(Tab tab, List<Map<String, Object>> wishes) {
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
                .map(it -> new PageTrial.Came(
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
        PageTrial trial = trials.get(number);
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
