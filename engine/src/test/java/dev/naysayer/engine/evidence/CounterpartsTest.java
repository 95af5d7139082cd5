package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer is compared with what the good credential and no credential got. */
class CounterpartsTest {

    private static final Evidence PUBLIC = answer(200, "application/json", "{\"plans\":[\"public\"]}", false);
    private static final Evidence MINE = answer(200, "application/json", "{\"plans\":[\"public\",\"mine\"]}", false);
    private static final Counterparts BOTH = new Counterparts(MINE, PUBLIC);

    @Test
    void an_answer_is_told_from_that_to_the_control_and_that_to_nobody() {
        Evidence passedOver = beside(BOTH, PUBLIC);
        Evidence accepted = beside(BOTH, MINE);
        Evidence other = beside(BOTH, answer(200, "application/json", "{\"plans\":[]}", false));

        assertThat(passedOver.isWhatAnybodyGets()).isTrue();
        assertThat(passedOver.isWhatControlGot()).isFalse();
        assertThat(accepted.isWhatAnybodyGets()).isFalse();
        assertThat(accepted.isWhatControlGot()).isTrue();
        assertThat(other.isWhatAnybodyGets()).isFalse();
        assertThat(other.isWhatControlGot()).isFalse();
    }

    @Test
    void of_what_is_not_known_nothing_is_said() {
        assertThat(PUBLIC.isWhatAnybodyGets()).isFalse();
        assertThat(PUBLIC.isWhatControlGot()).isFalse();
        assertThat(PUBLIC.isControlKnown()).isFalse();
        assertThat(beside(new Counterparts(null, PUBLIC), PUBLIC).isWhatControlGot())
                .isFalse();
    }

    @Test
    void status_and_media_type_count_too() {
        String body = PUBLIC.body().text();

        assertThat(beside(BOTH, answer(202, "application/json", body, false)).isWhatAnybodyGets())
                .isFalse();
        assertThat(beside(BOTH, answer(200, "text/plain", body, false)).isWhatAnybodyGets())
                .isFalse();
        assertThat(beside(BOTH, answer(200, "Application/JSON; charset=utf-8", body, false))
                        .isWhatAnybodyGets())
                .isTrue();
    }

    @Test
    void what_differs_from_one_answer_to_the_next_does_not_count() {
        Evidence one = stamped("2026-11-28T05:21:28Z", "5f2b1a30-0000-4000-8000-1b2c3d4e5f60", "book");
        Evidence two = stamped("2026-11-28T05:21:29Z", "6a3c2b41-0000-4000-8000-1b2c3d4e5f61", "book");
        Evidence three = stamped("2026-11-28T05:21:29Z", "6a3c2b41-0000-4000-8000-1b2c3d4e5f61", "pen");

        assertThat(beside(new Counterparts(one, null), two).isWhatControlGot()).isTrue();
        assertThat(beside(new Counterparts(one, null), three).isWhatControlGot())
                .isFalse();
    }

    @Test
    void a_body_that_was_cut_is_the_same_as_far_as_it_came() {
        Evidence cut = answer(200, "text/event-stream", "data: 0\n\ndata: 1\n\n", true);
        Evidence shorter = answer(200, "text/event-stream", "data: 0\n\n", true);
        Evidence whole = answer(200, "text/event-stream", "data: 0\n\n", false);
        Evidence refused = answer(200, "text/event-stream", "event: error\ndata: 401\n\n", false);
        Evidence silent = answer(200, "text/event-stream", "", true);

        assertThat(beside(new Counterparts(cut, null), shorter).isWhatControlGot())
                .isTrue();
        assertThat(beside(new Counterparts(shorter, null), cut).isWhatControlGot())
                .isTrue();
        assertThat(beside(new Counterparts(cut, null), whole).isWhatControlGot())
                .isFalse();
        assertThat(beside(new Counterparts(cut, null), refused).isWhatControlGot())
                .isFalse();
        assertThat(beside(new Counterparts(silent, null), refused).isWhatControlGot())
                .isFalse();
    }

    @Test
    void what_the_good_credential_gets_is_no_refusal_in_a_success() {
        Evidence told = answer(200, "application/json", "{\"success\":false,\"message\":\"no plans yet\"}", false);

        assertThat(told.refusalInSuccess()).isEqualTo("'success': false");
        assertThat(beside(new Counterparts(told, null), told).refusalInSuccess())
                .isNull();
        assertThat(beside(new Counterparts(null, told), told).refusalInSuccess())
                .isEqualTo("'success': false");
        assertThat(answer(401, "application/json", told.body().text(), false).refusalInSuccess())
                .isNull();
    }

    private static Evidence stamped(String time, String id, String item) {
        return answer(
                200,
                "application/json",
                "{\"timestamp\":\"%s\",\"requestId\":\"%s\",\"item\":\"%s\"}".formatted(time, id, item),
                false);
    }

    private static Evidence beside(Counterparts counterparts, Evidence answer) {
        return Evidence.of(request(), answer.response(), counterparts);
    }

    private static Evidence answer(int status, String mediaType, String body, boolean cut) {
        return Evidence.of(
                request(),
                new Response(
                        status,
                        List.of(new Header("Content-Type", mediaType)),
                        new Body(body.getBytes(StandardCharsets.UTF_8), cut),
                        List.of()));
    }

    private static Request request() {
        return new Request("GET", "https://api.example/plans", List.of(), null);
    }
}
