package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be begun beside what. */
class ScheduleTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void the_control_goes_first_what_nobody_gets_second_and_the_control_again_last() throws Exception {
        Schedule schedule = schedule(16, plan("bearer", "GET /a", "bare-token, no-token, unknown-token"));

        assertThat(begunTogether(schedule)).containsExactly("GET /a › control");
        end(schedule, "GET /a › control");
        assertThat(begunTogether(schedule)).containsExactly("GET /a › no-token");
        end(schedule, "GET /a › no-token");
        assertThat(begunTogether(schedule)).containsExactly("GET /a › bare-token", "GET /a › unknown-token");
        end(schedule, "GET /a › unknown-token");
        assertThat(begunTogether(schedule)).isEmpty();
        end(schedule, "GET /a › bare-token");
        assertThat(begunTogether(schedule)).containsExactly("GET /a › control-after");
    }

    @Test
    void of_two_credentials_both_are_left_out_before_anything_is_judged_beside_that() throws Exception {
        Schedule schedule = schedule(
                16,
                planned(
                        "{token: {scheme: bearer, token: {good: \"${SECRET}\"}},"
                                + " key: {scheme: api-key, header: X-Key, token: {good: \"${SECRET}\"}}}\n"
                                + "requires: [[token, key]]",
                        "GET /a",
                        "no-token, unknown-token, unknown-key"));

        end(schedule, begunTogether(schedule).get(0));
        assertThat(begunTogether(schedule)).containsExactly("GET /a › token: no-token", "GET /a › key: no-token");
        end(schedule, "GET /a › token: no-token");
        assertThat(begunTogether(schedule)).isEmpty();
        end(schedule, "GET /a › key: no-token");
        assertThat(begunTogether(schedule))
                .containsExactly("GET /a › token: unknown-token", "GET /a › key: unknown-key");
    }

    @Test
    void what_changes_data_waits_for_all_before_it_and_all_behind_wait_for_it() throws Exception {
        Schedule schedule = schedule(16, plan("bearer", "GET /a, POST /b: {mutates: true}, GET /c", "no-token"));

        assertThat(begunTogether(schedule)).containsExactly("GET /a › control");
        end(schedule, "GET /a › control");
        assertThat(begunTogether(schedule)).containsExactly("GET /a › no-token");
        end(schedule, "GET /a › no-token");
        end(schedule, begunTogether(schedule).get(0));
        assertThat(begunTogether(schedule)).containsExactly("POST /b › control");
        end(schedule, "POST /b › control");
        assertThat(begunTogether(schedule)).containsExactly("POST /b › no-token");
        end(schedule, "POST /b › no-token");
        assertThat(begunTogether(schedule)).containsExactly("GET /c › control");
    }

    @Test
    void passwords_are_tried_one_by_one_and_what_is_heavy_is_sent_alone() throws Exception {
        Schedule basic = schedule(16, plan("basic", "GET /a", "no-token, wrong-password, unknown-user"));
        end(basic, begunTogether(basic).get(0));
        end(basic, begunTogether(basic).get(0));
        assertThat(begunTogether(basic)).containsExactly("GET /a › wrong-password");

        Schedule heavy = schedule(16, plan("bearer", "GET /a", "bare-token, oversize-1m, unknown-token"));
        end(heavy, begunTogether(heavy).get(0));
        assertThat(begunTogether(heavy)).containsExactly("GET /a › bare-token");
    }

    @Test
    void no_more_run_ahead_than_fit_into_the_window_and_what_is_asked_for_always_goes_on() throws Exception {
        String operations =
                IntStream.range(0, 100).mapToObj("GET /a/%d"::formatted).collect(Collectors.joining(", "));
        List<ContractCase> plan = plan("bearer", operations, "no-token, unknown-token");
        Schedule schedule = schedule(4, plan);

        int begun = 0;
        for (List<String> together = begunTogether(schedule); !together.isEmpty(); together = begunTogether(schedule)) {
            assertThat(together).hasSizeLessThanOrEqualTo(4);
            begun += together.size();
            together.forEach(name -> end(schedule, name));
        }
        assertThat(begun).isEqualTo(32);

        for (ContractCase it : plan) {
            Step step = named(schedule, it.name());
            while (step.state() != Step.State.DONE) {
                Step next = Objects.requireNonNull(schedule.next(step, true));
                schedule.begin(next);
                schedule.done(next, "");
            }
            schedule.handOver(step);
        }
    }

    @Test
    void what_came_in_vain_beside_others_is_done_alone_and_in_the_order_of_the_plan() throws Exception {
        Schedule schedule = schedule(16, plan("bearer", "GET /a", "bare-token, unknown-token, empty-header"));
        end(schedule, begunTogether(schedule).get(0));
        assertThat(begunTogether(schedule)).hasSize(3);

        schedule.again(named(schedule, "GET /a › unknown-token"));
        assertThat(begunTogether(schedule)).isEmpty();
        schedule.again(named(schedule, "GET /a › bare-token"));
        end(schedule, "GET /a › empty-header");
        assertThat(begunTogether(schedule)).containsExactly("GET /a › bare-token");
        end(schedule, "GET /a › bare-token");
        assertThat(begunTogether(schedule)).containsExactly("GET /a › unknown-token");
    }

    @Test
    void while_it_is_done_alone_nothing_else_is_begun() throws Exception {
        Schedule schedule = schedule(2, plan("bearer", "GET /a", "bare-token, unknown-token, empty-header"));
        end(schedule, begunTogether(schedule).get(0));
        assertThat(begunTogether(schedule)).containsExactly("GET /a › bare-token", "GET /a › unknown-token");
        schedule.again(named(schedule, "GET /a › bare-token"));
        end(schedule, "GET /a › unknown-token");

        assertThat(begunTogether(schedule)).containsExactly("GET /a › bare-token");
        end(schedule, "GET /a › bare-token");
        assertThat(begunTogether(schedule)).containsExactly("GET /a › empty-header");
    }

    @Test
    void as_long_as_nothing_answers_one_is_under_way() throws Exception {
        Schedule schedule = schedule(16, plan("bearer", "GET /a, GET /b", "no-token"));

        schedule.begin(Objects.requireNonNull(schedule.next(null, false)));
        assertThat(schedule.next(null, false)).isNull();
        assertThat(schedule.next(null, true)).isNotNull();
    }

    private static Schedule schedule(int parallelism, List<ContractCase> plan) {
        Schedule schedule = new Schedule(parallelism);
        Schedule.inOrder(plan.stream().map(it -> Step.of(it, () -> "", true)).toList())
                .forEach(schedule::add);
        return schedule;
    }

    private static List<String> begunTogether(Schedule schedule) {
        List<String> begun = new ArrayList<>();
        for (Step step = schedule.next(null, true); step != null; step = schedule.next(null, true)) {
            schedule.begin(step);
            begun.add(step.name());
        }
        return begun;
    }

    private static void end(Schedule schedule, String name) {
        schedule.done(named(schedule, name), "");
    }

    private static Step named(Schedule schedule, String name) {
        return Objects.requireNonNull(schedule.named(name));
    }

    private List<ContractCase> plan(String scheme, String operations, String scenarios) throws Exception {
        String source = scheme.equals("basic")
                ? "account: {user: anna, password: \"${SECRET}\"}"
                : "token: {good: \"${SECRET}\"}";
        return planned("{%s: {%s}}".formatted(scheme, source), operations, scenarios);
    }

    private List<ContractCase> planned(String credentials, String operations, String scenarios) throws Exception {
        Path file =
                Files.writeString(folder.resolve("plans.auth.yaml"), """
                suite: Plans API
                target: https://plans.example
                credentials: %s
                operations: [%s]
                scenarios: [%s]
                """.formatted(credentials, operations, scenarios));
        Reading reading = SuiteFile.alone(file).plan(Set.of("SECRET"));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return CasePlan.of(((Reading.Understood) reading).suite());
    }
}
