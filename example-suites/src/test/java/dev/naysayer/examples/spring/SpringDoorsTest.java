package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.run.ContractTarget;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spring Security by default, against which anybody may guess; and with a lock by its events, in which nothing is found. */
@Timeout(120)
class SpringDoorsTest {

    /** Gives the suite the passwords; where the API is, the setting {@code naysayer.target} says. */
    public static final class Target implements ContractTarget {

        @Override
        public Set<String> promisedVariables() {
            return Set.of("DOOR_PASSWORD", "TESTER_PASSWORD");
        }

        @Override
        public Map<String, String> variables() {
            return Map.of("DOOR_PASSWORD", SpringDoors.PASSWORD, "TESTER_PASSWORD", SpringDoors.TESTER_PASSWORD);
        }

        @Override
        public void start() {}

        @Override
        public String url() {
            throw new IllegalStateException("the setting naysayer.target names the API");
        }

        @Override
        public void stop() {}
    }

    @AuthContract(value = "../door/door.auth.yaml", target = Target.class)
    static final class Contract {}

    /** Spring Security counts nothing by itself. */
    @Test
    void by_default_anybody_may_try_on_and_on() {
        assertThat(limits(run(SpringDoors.ByDefault.class)))
                .containsExactly(
                        "comparison: warning: guessing-limited, 401 to the last wrong one, and 200 to the good one");
    }

    /** Spring looks at the lock before the password, and answers everything by the same 401. */
    @Test
    void nothing_is_found_where_events_lock_the_account() {
        SuiteLauncher.Run run = run(SpringDoors.Locking.class);

        assertThat(limits(run)).isEmpty();
        assertThat(run.comparisons()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
    }

    private static SuiteLauncher.Run run(Class<?> application) {
        try (RunningApplication api = RunningApplication.start(application, beans -> {})) {
            return SuiteLauncher.run(Contract.class, Map.of("naysayer.target", api.url()));
        }
    }

    /** What else Spring is told, other tests hold. */
    private static List<String> limits(SuiteLauncher.Run run) {
        return Findings.of(run)
                .lines()
                .filter(line -> line.contains("guess") || line.contains("limit"))
                .toList();
    }
}
