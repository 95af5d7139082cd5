package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ToldTest {

    private static final Told ONE = told("one");
    private static final Told OTHER = told("other");

    private final List<Told> heard = new ArrayList<>();

    @Test
    void it_is_heard_by_all_who_ask_for_this_test_and_while_its_end_is_told() {
        ONE.during("a", () -> {
            heard.add(Told.of("a"));
            heard.add(Told.of("a"));
            assertThat(Told.of("b").isNothing()).isTrue();
        });

        assertThat(heard).containsExactly(ONE, ONE);
        assertThat(Told.of("a").isNothing()).isTrue();
    }

    @Test
    void another_thread_hears_what_it_is_told_itself() {
        ONE.during(
                "a",
                () -> CompletableFuture.runAsync(() -> {
                            heard.add(Told.of("a"));
                            OTHER.during("a", () -> heard.add(Told.of("a")));
                        })
                        .join());

        assertThat(heard).hasSize(2).last().isSameAs(OTHER);
        assertThat(heard.get(0).isNothing()).isTrue();
    }

    @Test
    void a_listener_may_run_other_tests_meanwhile() {
        ONE.during("a", () -> {
            OTHER.during("b", () -> heard.add(Told.of("b")));
            heard.add(Told.of("a"));
        });

        assertThat(heard).containsExactly(OTHER, ONE);
    }

    @Test
    void a_listener_that_throws_leaves_nothing_behind() {
        assertThatThrownBy(() -> ONE.during("a", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(Told.of("a").isNothing()).isTrue();
    }

    private static Told told(String scenario) {
        return new Told(
                new CaseOutcome(
                        "S",
                        "s.auth.yaml",
                        1,
                        null,
                        "GET /",
                        scenario,
                        "m",
                        false,
                        OutcomeKind.CONFORMING,
                        null,
                        List.of(),
                        null),
                List.of());
    }
}
