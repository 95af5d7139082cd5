package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the network lost is sent again, what the API said is not, and a host that is down is asked no more than without. */
class RetriesTest {

    private static final Exchange REFUSED = answered("GET", 401);
    private static final Exchange LOST = lost("GET", true);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Deque<Exchange> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final List<Duration> waited = new ArrayList<>();
    private int made;
    private final Courtesy courtesy = new Courtesy(
            (operation, credential) -> {
                sent.add(operation.name());
                return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
            },
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            Duration.ofMinutes(2),
            notice -> {},
            waited::add,
            new RunEnd(() -> false, System::nanoTime));

    @SuppressWarnings("NullAway.Init")
    private List<ContractCase> cases;

    @BeforeEach
    void plan() throws Exception {
        cases = planned("GET /orders");
    }

    @Test
    void what_was_lost_is_sent_again_with_a_new_credential_until_the_api_answers() {
        Retries.Tried tried = send(3, "no-token", LOST, answered("GET", 502), REFUSED);

        assertThat(tried.last().exchange()).isEqualTo(REFUSED);
        assertThat(tried.earlier()).containsExactly("connection reset", "502 of a gateway");
        assertThat(made).isEqualTo(2);
        assertThat(waited).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void it_is_sent_no_more_often_than_the_setting_says() {
        Retries.Tried tried = send(1, "no-token", LOST, LOST, REFUSED);

        assertThat(tried.last().exchange()).isEqualTo(LOST);
        assertThat(tried.earlier()).containsExactly("connection reset");
        assertThat(sent).hasSize(2);
    }

    @Test
    void without_the_setting_nothing_is_sent_twice() {
        assertThat(send(0, "no-token", LOST, REFUSED).earlier()).isEmpty();
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 500, 501})
    void what_the_api_answers_is_its_answer(int status) {
        send(5, "no-token", answered("GET", status));

        assertThat(sent).hasSize(1);
    }

    @Test
    void what_was_answered_or_not_sent_is_not_sent_again() {
        send(5, "no-token", new Exchange.Unread(request("GET"), "its head is longer than 256 KiB", null));
        send(5, "no-token", new Exchange.Unsendable(request("GET"), "a filter changes the path"));
        send(5, "no-token", new Exchange.NotApplicable(request("GET"), "the API does not speak HTTP/2"));

        assertThat(sent).hasSize(3);
    }

    @Test
    void whoever_wants_fewer_requests_without_saying_when_gets_the_longest_pause() {
        Retries.Tried tried = send(1, "no-token", answered("GET", 429), REFUSED);

        assertThat(tried.last().exchange()).isEqualTo(REFUSED);
        assertThat(tried.earlier()).containsExactly("429");
        assertThat(waited).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void what_may_have_changed_something_is_sent_again_only_where_nobody_saw_it() throws Exception {
        cases = planned("POST /orders: {mutates: true}");
        send(5, "no-token", lost("POST", true), REFUSED);
        send(5, "no-token", answered("POST", 504), REFUSED);
        assertThat(sent).hasSize(2);

        assertThat(send(5, "no-token", lost("POST", false), REFUSED).earlier()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /orders: {mutates: true}", "GET /logout"})
    void a_safe_method_does_not_make_an_operation_harmless(String operation) throws Exception {
        cases = planned(operation);

        send(5, "no-token", LOST, REFUSED);

        assertThat(sent).hasSize(1);
    }

    @Test
    void an_operation_that_changes_nothing_by_the_suites_word_is_sent_again_whatever_its_method() throws Exception {
        cases = planned("POST /search: {mutates: false}");

        assertThat(send(5, "no-token", lost("POST", true), REFUSED).earlier()).hasSize(1);
    }

    @Test
    void where_silence_is_right_nothing_is_sent_again() {
        send(5, "plain-http", LOST);

        assertThat(sent).hasSize(1);
    }

    @Test
    void a_credential_that_cannot_be_made_again_leaves_what_there_is() {
        answers.addAll(List.of(LOST, REFUSED));
        Retries.Tried tried = new Retries(courtesy, 3, waited::add, UnaryOperator.identity())
                .send(
                        it("no-token"),
                        Credential.NONE,
                        () -> new Presented.Failed("the token endpoint is down", Mover.IDENTITY_PROVIDER));

        assertThat(tried.last().exchange()).isEqualTo(LOST);
        assertThat(tried.earlier()).isEmpty();
    }

    /** Three in vain, and one that asks for something plain: as many as without. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void a_host_that_is_down_gets_no_more_requests_than_without(int most) {
        for (int i = 0; i < 100 && courtesy.stopped().isEmpty(); i++) {
            send(most, "no-token", LOST);
        }

        assertThat(courtesy.stopped()).isPresent();
        assertThat(sent).hasSize(4);
    }

    /** One that answers what is plain gets as many cases as without, and each of them its tries. */
    @Test
    void a_host_that_some_cases_hang_is_not_given_up_sooner() {
        int tried = 0;
        while (courtesy.stopped().isEmpty()) {
            // Two tries of a case, and behind each third request the plain one, which is answered.
            answers.clear();
            Exchange plain = REFUSED;
            List<Exchange> coming = new ArrayList<>();
            for (int request = 2 * tried + 1; request <= 2 * tried + 2; request++) {
                coming.add(LOST);
                if (request % 3 == 0) {
                    coming.add(plain);
                }
            }
            send(1, "no-token", coming.toArray(Exchange[]::new));
            tried++;
        }

        assertThat(tried).isEqualTo(12);
    }

    /** Three answers of a gateway to one case are one case's; three to three cases are the gateway's. */
    @Test
    void one_case_that_a_gateway_never_lets_through_does_not_end_the_suite() {
        Exchange busy = answered("GET", 503);

        assertThat(send(2, "no-token", busy, busy, busy, REFUSED).last().end()).isNull();
        assertThat(courtesy.stopped()).isEmpty();
        assertThat(sent).hasSize(4);
    }

    @Test
    void a_gateway_that_lets_nobody_through_ends_it() {
        Exchange busy = answered("GET", 503);

        assertThat(send(2, "no-token", busy).last().end()).startsWith("that was the third request in a row");
        assertThat(courtesy.stopped())
                .map(Stopped::words)
                .contains("the API is not available, see GET /orders › no-token");
        assertThat(sent).hasSize(4);
    }

    @Test
    void whoever_interrupts_gets_no_further_try() {
        answers.addAll(List.of(LOST, REFUSED));
        Retries.Tried tried = new Retries(
                        courtesy,
                        3,
                        time -> {
                            throw new InterruptedException();
                        },
                        UnaryOperator.identity())
                .send(it("no-token"), Credential.NONE, () -> new Presented.Ready(Credential.NONE));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(tried.last().exchange()).isEqualTo(LOST);
    }

    private Retries.Tried send(int most, String scenario, Exchange... coming) {
        answers.clear();
        answers.addAll(List.of(coming));
        return new Retries(courtesy, most, waited::add, UnaryOperator.identity())
                .send(it(scenario), Credential.NONE, () -> {
                    made++;
                    return new Presented.Ready(Credential.NONE);
                });
    }

    private ContractCase it(String scenario) {
        return cases.stream()
                .filter(planned -> planned.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    private List<ContractCase> planned(String operation) throws Exception {
        Path file = Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                target: https://api.example
                credentials:
                  bearer: {token: {good: "${TOKEN}"}}
                operations: [%s]
                scenarios: [no-token, plain-http]
                """.formatted(operation));
        Reading reading = SuiteFile.alone(file).plan(Set.of("TOKEN"));
        return CasePlan.of(((Reading.Understood) reading).suite());
    }

    private static Request request(String method) {
        return new Request(method, "https://api.example/orders", List.of(), null);
    }

    private static Exchange lost(String method, boolean seen) {
        return new Exchange.Unanswered(request(method), "connection reset", null, seen, Mover.NETWORK);
    }

    private static Exchange answered(String method, int status) {
        return new Exchange.Answered(
                request(method), new Response(status, List.of(), new Body(new byte[0], false), List.of()));
    }
}
