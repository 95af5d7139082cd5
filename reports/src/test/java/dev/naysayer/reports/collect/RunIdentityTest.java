package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.collect.RunIdentity.Known;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunIdentityTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static final String FORK =
            "/home/me/orders/target/surefire/surefirebooter-20260102120000_3.jar /home/me/orders/target/surefire"
                    + " 2026-01-02T12-00-00_123-jvmRun1 surefire-20260102_1tmp surefire_0-20260102_2tmp";

    private static final Known SELF = new Known(20, NOON.plusSeconds(9), "/usr/bin/java -jar x.jar");
    private static final Known MAVEN =
            new Known(10, NOON, "/usr/bin/java org.codehaus.plexus.classworlds.launcher.Launcher");
    private static final Known DAEMON = new Known(10, NOON, "/usr/bin/java org.mvndaemon.mvnd.daemon.MavenDaemon mvnd");

    @Test
    void what_surefire_starts_is_of_the_build_that_started_it() {
        Known sibling = new Known(21, NOON.plusSeconds(30), SELF.command());

        assertThat(of(FORK, SELF, MAVEN))
                .isEqualTo(of(FORK, sibling, MAVEN))
                .isNotEqualTo(of(FORK, SELF, new Known(10, NOON.plusSeconds(3600), MAVEN.command())));
        // Without forks the tests run in Maven itself.
        assertThat(of("org.codehaus.plexus.classworlds.launcher.Launcher", MAVEN, new Known(1, NOON, "sh")))
                .isEqualTo(of(FORK, SELF, MAVEN));
    }

    @Test
    void what_somebody_else_starts_is_a_run_of_its_own() {
        assertThat(of("worker.org.gradle.process.internal.worker.GradleWorkerMain", SELF, MAVEN))
                .isNotEqualTo(of(
                        "worker.org.gradle.process.internal.worker.GradleWorkerMain",
                        new Known(21, NOON, SELF.command()),
                        MAVEN));
    }

    @Test
    void a_daemon_joins_only_what_surefire_began_at_once() {
        String later = FORK.replace("12-00-00_123", "12-10-00_456");

        assertThat(of(FORK, SELF, DAEMON))
                .isEqualTo(of(FORK.replace("jvmRun1", "jvmRun2"), SELF, DAEMON))
                .isNotEqualTo(of(later, SELF, DAEMON));
        assertThat(RunIdentity.of("x", DAEMON, Optional.empty(), "one"))
                .isNotEqualTo(RunIdentity.of("x", DAEMON, Optional.empty(), "other"));
    }

    @Test
    void a_given_id_goes_before_all_and_a_blank_one_is_none() {
        assertThat(RunIdentity.of(Optional.of("r-1"))).isEqualTo("given r-1");
        assertThat(RunIdentity.of(Optional.of(" "))).isEqualTo(RunIdentity.of(Optional.empty()));
    }

    private static String of(String arguments, Known self, Known parent) {
        return RunIdentity.of(arguments, self, Optional.of(parent), "new");
    }
}
