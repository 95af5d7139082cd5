package dev.naysayer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A waiver of today hides nothing that is kept today. */
class BrokenTest {

    private final List<CaseOutcome> cases = new ArrayList<>();

    private void broken(String operation, String scenario) {
        add(operation, scenario, "violated");
    }

    private void kept(String operation, String scenario) {
        add(operation, scenario, "passed");
    }

    private void add(String operation, String scenario, String verdict) {
        Finding finding = new Finding(
                "no-store",
                "MUST",
                "rfc6750",
                null,
                "RFC 6750 section 5.3",
                null,
                "It is.",
                null,
                null,
                null,
                verdict,
                null,
                null,
                null);
        cases.add(new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                1,
                null,
                operation,
                scenario,
                "",
                false,
                OutcomeKind.VIOLATION,
                null,
                List.of(finding),
                null));
    }

    private List<String> folded() {
        return Broken.of(cases, List.of(), false).stream()
                .map(it -> it.operation() + " " + it.scenario() + " " + it.cases())
                .toList();
    }

    @Test
    void what_is_broken_everywhere_is_one() {
        broken("GET /a", "no-token");
        broken("GET /a", "alg-none");
        broken("GET /b", "no-token");

        assertThat(folded()).containsExactly("null null 3");
    }

    @Test
    void what_an_operation_always_breaks_is_one() {
        broken("GET /a", "no-token");
        broken("GET /a", "alg-none");
        kept("GET /b", "no-token");

        assertThat(folded()).containsExactly("GET /a null 2");
    }

    @Test
    void what_a_scenario_always_breaks_is_one() {
        broken("GET /a", "no-token");
        kept("GET /a", "alg-none");
        broken("GET /b", "no-token");
        kept("GET /b", "alg-none");

        assertThat(folded()).containsExactly("null no-token 2");
    }

    @Test
    void what_is_broken_here_and_there_is_named_one_by_one() {
        broken("GET /a", "no-token");
        kept("GET /a", "alg-none");
        broken("GET /b", "alg-none");
        kept("GET /b", "no-token");

        assertThat(folded()).containsExactly("GET /a no-token 1", "GET /b alg-none 1");
    }

    @Test
    void one_case_says_nothing_of_others() {
        broken("GET /a", "no-token");

        assertThat(folded()).containsExactly("GET /a no-token 1");
    }
}
