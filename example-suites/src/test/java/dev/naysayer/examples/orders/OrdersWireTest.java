package dev.naysayer.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.examples.client.Presentation;
import dev.naysayer.examples.client.RawConnection;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.WrittenRequest;
import dev.naysayer.examples.issuer.Issuer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes back for each request of {@code wire.txt}, byte for byte as it is written there, from the gate or before it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OrdersWireTest {

    private static final RecordedAnswers EXPECTED = RecordedAnswers.of(OrdersWireTest.class, "wire.txt");
    private static final Set<String> TOLD = Set.of("www-authenticate", "content-type", "x-naysayer", "location");

    private final Issuer issuer = Issuer.start();
    private final OrdersApi api = OrdersApi.start(issuer.url());
    private final String good = Presentation.GOOD_TOKEN
            .authorization(issuer, OrdersApi.READ)
            .orElseThrow()
            .substring("Bearer ".length());

    @AfterAll
    void stop() {
        api.close();
        issuer.close();
    }

    static Set<String> requests() {
        return EXPECTED.titles();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_is_answered_as_recorded(String request) throws IOException {
        EXPECTED.check(request, answer(request));
    }

    @Test
    void nothing_gets_through_without_a_good_token_in_its_place_and_nothing_crashes() {
        assertThat(requests()).hasSizeGreaterThan(90).allSatisfy(request -> {
            int status = Integer.parseInt(EXPECTED.answer(request).substring(0, 3));
            assertThat(status == 200 || (status >= 400 && status < 500)).isTrue();
            if (status == 200) {
                assertThat(request.toLowerCase(Locale.ROOT))
                        .containsPattern("\\| authorization:( |\\\\x09)*bearer +\\{good}");
            }
        });
    }

    @Test
    void a_connection_remembers_no_credential() throws IOException {
        String first = WrittenRequest.text(
                        "GET /orders | Authorization: Bearer {good}", api.url(), Map.of("good", good))
                .replace("Connection: close\r\n", "");
        String second = WrittenRequest.text("GET /orders", api.url(), Map.of());
        String answers = RawConnection.exchange(api.url(), first + second);

        assertThat(answers.lines().filter(line -> line.startsWith("HTTP/1.1 ")))
                .containsExactly("HTTP/1.1 200 OK", "HTTP/1.1 401 Unauthorized");
    }

    private String answer(String request) throws IOException {
        String answer = RawConnection.exchange(
                api.url(), WrittenRequest.text(request, api.url(), Map.of("good", good, "url", api.url())));
        assertThat(answer).as("the answer to " + request).startsWith("HTTP/1.1 ");
        int end = answer.indexOf("\r\n\r\n");
        String[] lines = answer.substring(0, end).split("\r\n", -1);
        String fields = Arrays.stream(lines)
                .skip(1)
                .filter(line ->
                        TOLD.contains(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)))
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        String body = answer.length() == end + 4 ? "no body" : "a body";
        return lines[0].substring("HTTP/1.1 ".length(), "HTTP/1.1 401".length()) + "\n" + fields + body;
    }
}
