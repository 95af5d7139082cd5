package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.plan.ContractCase;

/**
 * A request beyond the suite's cases.
 *
 * @param probe what kind it is, which the suite has to allow
 * @param it what is sent
 */
public record Question(Probe probe, ContractCase it) {

    /** {@code HEAD /orders › no-token}, and what makes it another one than a case of that name. */
    public String name() {
        return probe == Probe.AGAIN || probe == Probe.ABSENT || probe == Probe.CHALLENGED_SCOPE
                ? "%s (%s)".formatted(it.name(), probe.yaml())
                : it.name();
    }
}
