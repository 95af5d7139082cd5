package dev.naysayer.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.evidence.PageRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever wants to be {@code null} is: a real browser says so of frames that any page can have. */
class PagesWithoutOriginTest {

    private static final String COOKIES = "Access-Control-Allow-Credentials: true";

    private static final List<AnswerStyle> ANSWERS = List.of(
            AnswerStyle.of(200, "Access-Control-Allow-Origin: null", COOKIES),
            AnswerStyle.of(200, "Access-Control-Allow-Origin: null"),
            AnswerStyle.of(200, "Access-Control-Allow-Origin: *"),
            AnswerStyle.of(200, "Access-Control-Allow-Origin: " + AnswerStyle.OWN, COOKIES),
            AnswerStyle.of(200, COOKIES));

    /** What a frame does: it asks for one answer after the other, and tells its page which it could read. */
    private static final String ASKING = """
            <script>
            (async () => {
              const read = [];
              for (let i = 0; i < %d; i++) {
                read.push(await fetch('%s/' + i, {credentials: '%s'}).then(() => true, () => false));
              }
              parent.postMessage(read, '*');
            })();
            </script>
            """;

    private static final String FRAME = """
            new Promise((done, late) => {
              setTimeout(() => late(new Error('the frame says nothing')), 30000);
              onmessage = message => done(message.data);
              const frame = document.createElement('iframe');
              const asking = %s;
              %s;
              document.body.append(frame);
            })
            """;

    private static final List<String> KINDS = List.of(
            "frame.sandbox = 'allow-scripts', frame.srcdoc = asking",
            "frame.src = 'data:text/html,' + encodeURIComponent(asking)");

    private final Set<String> origins = ConcurrentHashMap.newKeySet();

    private volatile String own = "";

    @Test
    void a_frame_without_origin_reads_what_is_allowed_for_null() throws Exception {
        try (LoopbackServer pages = LoopbackServer.ofPages();
                LoopbackServer api = LoopbackServer.start(this::answer);
                Chromium chromium = Chromium.start();
                Tab tab = chromium.open()) {
            own = pages.address();
            for (String kind : KINDS) {
                for (boolean include : List.of(true, false)) {
                    tab.show(own + "/index.html");

                    assertThat(read(tab, api.address(), kind, include))
                            .as("%s, %s", kind, include)
                            .isEqualTo(foreseen(include));
                }
            }
        }
        assertThat(origins).containsExactly(CorsFields.NULL);
    }

    private List<Boolean> foreseen(boolean include) {
        PageRequest page = PageRequest.of(CorsFields.NULL, "GET", List.of(), null, include);
        return ANSWERS.stream().map(it -> page.fault(it.response(own)) == null).toList();
    }

    private static List<Boolean> read(Tab tab, String api, String kind, boolean include) {
        String asking = ASKING.formatted(ANSWERS.size(), api, include ? "include" : "same-origin");
        JsonNode told = tab.evaluate(FRAME.formatted(JsonMapper.shared().writeValueAsString(asking), kind));
        return told.valueStream().map(JsonNode::asBoolean).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        origins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Origin")));
        int number = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        ANSWERS.get(number).send(exchange, own);
    }
}
