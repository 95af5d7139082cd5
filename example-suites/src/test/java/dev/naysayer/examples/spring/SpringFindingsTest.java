package dev.naysayer.examples.spring;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a Spring resource server with Spring's own defaults is told under every condition, word for word. */
class SpringFindingsTest {

    @AuthContract(value = "spring-every-condition.auth.yaml", target = SpringOrdersTarget.class)
    static final class EveryCondition {}

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void every_condition_finds_what_is_recorded() {
        SuiteLauncher.Run run = SuiteLauncher.run(EveryCondition.class, Map.of());

        RecordedAnswers.of(SpringFindingsTest.class, "findings.txt").check("every condition", Findings.of(run));
    }
}
