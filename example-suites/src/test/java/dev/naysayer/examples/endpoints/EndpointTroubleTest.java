package dev.naysayer.examples.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.run.ContractTarget;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a suite of codes has wrong itself is told, and no server is blamed for it. */
class EndpointTroubleTest {

    @AfterEach
    void forget() {
        List.of("OTHER_SECRET", "CODE").forEach(System::clearProperty);
    }

    @Test
    void a_second_client_that_nobody_knows_shows_nothing() {
        System.setProperty("OTHER_SECRET", "no-longer-its-secret");

        List<CaseOutcome> ofOther = SuiteLauncher.run(CodesContract.class, Map.of()).outcomes().stream()
                .filter(it -> it.scenario().endsWith("of-another-client"))
                .filter(it -> it.kind() != OutcomeKind.NOT_APPLICABLE)
                .toList();

        assertThat(ofOther).hasSize(2).allSatisfy(it -> {
            assertThat(it.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
            assertThat(it.reason()).contains("the second client is none that the server knows");
        });
    }

    @Test
    void a_code_that_is_always_the_same_is_a_problem_of_the_suite() {
        System.setProperty("CODE", "the-only-one");

        assertThat(SuiteLauncher.run(CodesContract.class, Map.of()).outcomes()).allSatisfy(it -> {
            assertThat(it.kind()).isEqualTo(OutcomeKind.MISCONFIGURED);
            assertThat(it.reason())
                    .contains("a code can be used once, and this is the same one in each request")
                    .doesNotContain("the-only-one");
        });
    }

    @Test
    void where_no_further_code_is_given_it_is_the_suites_move() {
        List<CaseOutcome> outcomes =
                SuiteLauncher.run(DryContract.class, Map.of()).outcomes();

        assertThat(outcomes)
                .filteredOn(it -> it.operation().equals("POST /token code"))
                .filteredOn(it -> it.kind() != OutcomeKind.NOT_APPLICABLE)
                .isNotEmpty()
                .allMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
        assertThat(outcomes)
                .filteredOn(it -> it.operation().equals("POST /token code") && it.control())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.reason()).contains("'${CODE}' gave nothing this time");
                    assertThat(Objects.requireNonNull(it.move()).mover()).isEqualTo(Mover.SUITE);
                });
        assertThat(outcomes)
                .filteredOn(it -> it.operation().equals("POST /token refresh") && it.control())
                .allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
    }

    @AuthContract(value = "codes.auth.yaml", target = EndpointsTarget.class)
    private static final class CodesContract {}

    @AuthContract(value = "codes.auth.yaml", target = Dry.class)
    private static final class DryContract {}

    /** Gives one code, and never another. */
    public static final class Dry implements ContractTarget {

        private final EndpointsTarget server = new EndpointsTarget();
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Set<String> promisedVariables() {
            return server.promisedVariables();
        }

        @Override
        public Map<String, String> variables() {
            Map<String, String> given = new HashMap<>(server.variables());
            if (asked.incrementAndGet() > 1) {
                given.remove("CODE");
            }
            return given;
        }

        @Override
        public void start() {
            server.start();
        }

        @Override
        public String url() {
            return server.url();
        }

        @Override
        public void stop() {
            server.stop();
        }
    }
}
