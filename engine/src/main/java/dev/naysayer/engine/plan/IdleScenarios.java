package dev.naysayer.engine.plan;

import dev.naysayer.engine.credential.ConditionGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups of conditions of which a suite names some, and none can ever be sent: they do not fit its credentials or operations. */
public final class IdleScenarios {

    private IdleScenarios() {}

    /**
     * Each such group with the reason; what a suite leaves out itself is no surprise and is not among them.
     *
     * @param planned all cases of a suite
     */
    public static Stream<String> of(List<ContractCase> planned) {
        Map<ConditionGroup, List<ContractCase>> byGroup = planned.stream()
                .filter(it ->
                        it.role() == CaseRole.SCENARIO && it.condition().info().group() != null)
                .collect(Collectors.groupingBy(
                        it -> Objects.requireNonNull(it.condition().info().group()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byGroup.entrySet().stream()
                .filter(it -> it.getValue().stream().allMatch(one -> one.notApplicable() != null))
                .filter(it -> it.getValue().stream()
                        .anyMatch(one -> !one.operation().promises().except().containsKey(one.scenario())))
                .map(it -> told(it.getKey(), it.getValue()));
    }

    private static String told(ConditionGroup group, List<ContractCase> cases) {
        Set<String> reasons = cases.stream()
                .map(it -> Objects.requireNonNull(it.notApplicable()))
                .collect(Collectors.toSet());
        Set<String> names = cases.stream().map(ContractCase::scenario).collect(Collectors.toSet());
        return "%s fits this suite, so %s not sent: %s"
                .formatted(
                        names.size() == 1
                                ? "%s: it nowhere".formatted(names.iterator().next())
                                : "%s: nothing of it".formatted(group.yaml()),
                        cases.size() == 1 ? "its only case is" : "its %d cases are".formatted(cases.size()),
                        reasons.size() == 1 ? reasons.iterator().next() : "'naysayer explain' says why of each");
    }
}
