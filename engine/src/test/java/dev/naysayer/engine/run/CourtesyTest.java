package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an API asks for is kept, what it does not want is not sent, and a host that is down is asked no more. */
class CourtesyTest {

    private static final Request REQUEST = new Request("GET", "https://api.example/orders", List.of(), null);
    private static final Exchange SILENCE = new Exchange.Unanswered(REQUEST, "no answer within 10 s");
    private static final Exchange REFUSED = answered(401);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Deque<Exchange> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final List<Duration> waited = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Courtesy courtesy = new Courtesy(
            (operation, credential) -> {
                sent.add(operation.name());
                return answers.removeFirst();
            },
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofMinutes(2),
            notices::add,
            waited::add,
            new RunEnd(() -> false, System::nanoTime));

    @SuppressWarnings("NullAway.Init")
    private List<ContractCase> cases;

    @BeforeEach
    void plan() throws Exception {
        cases = planned("GET /orders", "no-token, scheme-only, plain-http");
    }

    private List<ContractCase> planned(String operation, String scenarios) throws Exception {
        Path file = Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                target: https://api.example
                credentials:
                  bearer: {token: {good: "${TOKEN}"}}
                operations: [%s]
                scenarios: [%s]
                """.formatted(operation, scenarios));
        Reading reading = SuiteFile.alone(file).plan(Set.of("TOKEN"));
        return CasePlan.of(((Reading.Understood) reading).suite());
    }

    @ParameterizedTest
    @CsvSource({"429, 3", "503, 3", "429, 'Sun, 01 Mar 2026 12:00:03 GMT'"})
    void a_wait_that_is_asked_for_is_kept_and_the_request_sent_once_more(int status, String asked) {
        Courtesy.Sent sent = send("no-token", answered(status, "Retry-After", asked), REFUSED);

        assertThat(sent).isEqualTo(new Courtesy.Sent(REFUSED, null, status + ", which asked to wait 3 s"));
        // And a second more, since servers round down.
        assertThat(waited).containsExactly(Duration.ofSeconds(4));
        assertThat(notices)
                .containsExactly("GET /orders › no-token was answered by " + status
                        + ": waits 4 s, as its Retry-After asks, and sends it once more");
        assertThat(courtesy.stopped()).isEmpty();
    }

    @Test
    void a_host_whose_answers_go_beyond_what_is_read_is_there() {
        Exchange unread = new Exchange.Unread(REQUEST, "its head is longer than 256 KiB", null);

        for (int i = 0; i < 20; i++) {
            assertThat(send("no-token", unread)).isEqualTo(new Courtesy.Sent(unread, null));
        }
        assertThat(courtesy.stopped()).isEmpty();
        assertThat(sent).hasSize(20);
    }

    @Test
    void a_date_is_read_by_the_clock_of_whoever_wrote_it() {
        send(
                "no-token",
                answered(429, "Date", "Sun, 01 Mar 2026 11:00:00 GMT", "Retry-After", "Sun, 01 Mar 2026 11:00:05 GMT"),
                REFUSED);

        assertThat(waited).containsExactly(Duration.ofSeconds(6));
    }

    @Test
    void what_asks_again_gets_nothing_more() {
        Courtesy.Sent sent = send("no-token", answered(429, "Retry-After", "3"), answered(429, "Retry-After", "3"));

        assertThat(sent.end())
                .isEqualTo(
                        "that was the second time, after the 3 s that its Retry-After asked for: nothing more of this suite is sent; set naysayer.rate-limit to what the API allows");
        assertThat(courtesy.stopped())
                .map(Stopped::words)
                .contains("the API wants fewer requests, see GET /orders › no-token");
        assertThat(notices).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"121", "99999999999999999999", "Mon, 02 Mar 2026 12:00:00 GMT"})
    void what_asks_for_longer_than_the_bound_is_not_waited_for(String asked) {
        Courtesy.Sent sent = send("no-token", answered(503, "Retry-After", asked));

        assertThat(sent.end())
                .startsWith("its Retry-After asks to wait for ")
                .contains(
                        "longer than the 120 s of naysayer.longest-wait: nothing more of this suite is sent; raise that");
        assertThat(waited).isEmpty();
        assertThat(courtesy.stopped())
                .map(Stopped::words)
                .contains("the API is not available, see GET /orders › no-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", ""})
    void what_does_not_say_when_gets_two_further_requests(String unreadable) {
        Exchange busy = answered(429, "Retry-After", unreadable);

        assertThat(send("no-token", busy).end()).isNull();
        assertThat(send("no-token", busy).end()).isNull();
        assertThat(send("scheme-only", busy).end())
                .startsWith(
                        "that was the third request in a row without an answer of the API, and no Retry-After says");
        assertThat(courtesy.stopped())
                .map(Stopped::words)
                .contains("the API wants fewer requests, see GET /orders › scheme-only");
    }

    @Test
    void an_answer_of_the_api_in_between_shows_that_it_goes_on() {
        for (int i = 0; i < 5; i++) {
            send("no-token", answered(429));
            send("no-token", SILENCE);
            send("no-token", REFUSED);
        }

        assertThat(courtesy.stopped()).isEmpty();
        assertThat(sent).hasSize(15);
    }

    @Test
    void a_suite_that_is_after_429_has_its_answer() throws Exception {
        cases = planned("GET /orders", "no-token: {status: [401, 429]}");
        for (int i = 0; i < 5; i++) {
            assertThat(send("no-token", answered(429, "Retry-After", "3600")).end())
                    .isNull();
        }

        assertThat(waited).isEmpty();
    }

    @Test
    void a_host_that_does_not_answer_something_plain_either_is_down() {
        send("scheme-only", SILENCE);
        send("scheme-only", answered(502));

        assertThat(send("scheme-only", SILENCE, answered(504)).end())
                .isEqualTo(
                        "that was request number 3 in a row without an answer of the API, and GET /orders without a credential has none either, so the host is down: nothing more of this suite is sent; start it, or correct the base URL");
        assertThat(courtesy.stopped())
                .map(Stopped::words)
                .contains("the host does not answer, see GET /orders › scheme-only");
        assertThat(sent).hasSize(4);
    }

    @Test
    void a_host_that_answers_what_is_plain_gets_further_cases_and_not_without_end() {
        int requests = 0;
        while (courtesy.stopped().isEmpty()) {
            send("scheme-only", SILENCE, REFUSED);
            answers.clear();
            requests++;
        }

        assertThat(requests).isEqualTo(12);
        // Asked for something plain after each third.
        assertThat(sent).hasSize(12 + 4);
        assertThat(notices)
                .singleElement()
                .asString()
                .contains(
                        "number 12 in a row without an answer of the API, and GET /orders without a credential has one");
    }

    @Test
    void where_silence_is_right_it_counts_for_nothing() {
        for (int i = 0; i < 6; i++) {
            assertThat(send("plain-http", SILENCE).end()).isNull();
        }
        send("no-token", SILENCE);
        send("no-token", SILENCE);
        send("plain-http", SILENCE);

        assertThat(courtesy.stopped()).isEmpty();
    }

    @Test
    void nothing_that_changes_data_is_asked_to_find_out_whether_a_host_is_there() throws Exception {
        cases = planned("POST /orders: {mutates: true}, GET /orders/new", "no-token");
        send("no-token", SILENCE);
        send("no-token", SILENCE);
        send("no-token", SILENCE, REFUSED);
        assertThat(sent).endsWith("POST /orders", "GET /orders/new");

        cases = planned("POST /orders: {mutates: true}", "no-token");
        send("no-token", SILENCE);
        send("no-token", SILENCE);
        send("no-token", SILENCE, REFUSED);
        assertThat(sent).endsWith("POST /orders", "OPTIONS /orders");
    }

    @Test
    void a_credential_that_cannot_be_made_again_leaves_the_first_answer() {
        answers.add(answered(429, "Retry-After", "1"));

        Courtesy.Sent sent = courtesy.send(
                it("no-token"),
                Credential.NONE,
                () -> new Presented.Failed("the token endpoint is down", Mover.IDENTITY_PROVIDER),
                false);

        assertThat(sent.end()).isNull();
        assertThat(((Exchange.Answered) sent.exchange()).response().status()).isEqualTo(429);
    }

    private Courtesy.Sent send(String scenario, Exchange... coming) {
        answers.addAll(List.of(coming));
        return courtesy.send(it(scenario), Credential.NONE, () -> new Presented.Ready(Credential.NONE), false);
    }

    private ContractCase it(String scenario) {
        return cases.stream()
                .filter(planned -> planned.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    private static Exchange answered(int status, String... fields) {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            headers.add(new Header(fields[i], fields[i + 1]));
        }
        return new Exchange.Answered(REQUEST, new Response(status, headers, new Body(new byte[0], false), List.of()));
    }
}
