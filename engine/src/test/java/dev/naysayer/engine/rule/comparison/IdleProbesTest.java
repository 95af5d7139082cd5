package dev.naysayer.engine.rule.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdleProbesTest {

    @Test
    void of_each_probe_it_is_known_which_rules_ask() {
        assertThat(IdleProbes.ASKED_BY.keySet()).isEqualTo(Probe.names());
        assertThat(IdleProbes.ASKED_BY.values().stream()
                        .flatMap(List::stream)
                        .map(it -> it.info().id()))
                .isSubsetOf(Comparisons.ALL.stream().map(it -> it.info().id()).toList());
    }
}
