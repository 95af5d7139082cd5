package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Standing;
import java.util.List;

/** Every rule over several answers, in the order in which a reader of the report meets them. */
public final class Comparisons {

    public static final List<Comparison> ALL = List.of(
            new StatusSameAcrossOperations(),
            new ShapeSameAcrossOperations(),
            new ChallengedScopeSuffices(),
            new DistinctCauses(),
            new OpaqueCauses(),
            new UsersNotEnumerable(),
            new HiddenAsAbsent(),
            new HeadAsGet(),
            new AuthenticationFirst(),
            new StableWhenAskedAgain(),
            new TitleStable());

    private Comparisons() {}

    /** Those by which a suite is judged, and for which it has answers. */
    public static List<Comparison> of(List<ContractCase> planned) {
        return ALL.stream()
                .filter(it ->
                        Standing.of(it.info(), planned.get(0).suite().rules()).isPresent())
                .filter(it -> it.concerns(planned))
                .toList();
    }
}
