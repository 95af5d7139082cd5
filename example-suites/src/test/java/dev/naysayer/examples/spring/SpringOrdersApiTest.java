package dev.naysayer.examples.spring;

import dev.naysayer.examples.client.AnswerText;
import dev.naysayer.examples.client.OrdersClient;
import dev.naysayer.examples.client.Presentation;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.issuer.Issuer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spring's answers are recorded word for word, so that a new version that refuses differently is noticed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SpringOrdersApiTest {

    private final Issuer issuer = Issuer.start();
    private final SpringOrdersApi api = SpringOrdersApi.start(issuer.url());
    private final RecordedAnswers recorded = RecordedAnswers.of(SpringOrdersApiTest.class);

    @AfterAll
    void stop() {
        api.close();
        issuer.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_read_is_answered_as_recorded(Presentation presentation) throws IOException {
        recorded.check(
                "GET /orders " + presentation.condition(), answer("GET", "/orders", presentation, "orders:read"));
    }

    @ParameterizedTest
    @EnumSource
    void a_write_is_answered_as_recorded(Presentation presentation) throws IOException {
        recorded.check(
                "POST /orders " + presentation.condition(), answer("POST", "/orders", presentation, "orders:write"));
    }

    private String answer(String method, String path, Presentation presentation, String scope) throws IOException {
        var authorization = presentation.authorizations(issuer, scope);
        return AnswerText.of(new OrdersClient(api.url()).send(method, path, authorization))
                .replaceAll("http://127\\.0\\.0\\.1:\\d+", "<url>")
                .replaceAll("JSESSIONID=\\w+", "JSESSIONID=<id>")
                .replaceAll("expired at [0-9TZ:-]+", "expired at <time>");
    }
}
