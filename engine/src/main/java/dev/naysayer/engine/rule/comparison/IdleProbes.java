package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a suite allows to be asked, and nothing asks: the rules that would look at the answers have nothing to judge in it. */
public final class IdleProbes {

    /** Which rules ask, by the word of the probe. */
    static final Map<String, List<Comparison>> ASKED_BY = Map.ofEntries(
            Map.entry(Probe.AGAIN.yaml(), List.of(new StableWhenAskedAgain())),
            Map.entry(Probe.HEAD.yaml(), List.of(new HeadAsGet())),
            Map.entry(Probe.UNKNOWN_PATH.yaml(), List.of(new AuthenticationFirst())),
            Map.entry(Probe.UNKNOWN_METHOD.yaml(), List.of(new AuthenticationFirst())),
            Map.entry(Probe.GRAPHQL_BATCH.yaml(), List.of(new GraphqlFormsRefused())),
            Map.entry(
                    Probe.MUTATION_BY_GET.yaml(),
                    List.of(
                            GraphqlMutation.GRAPHQL_MUTATION_NOT_BY_GET,
                            GraphqlMutation.GRAPHQL_MUTATION_NEEDS_PREFLIGHT)),
            Map.entry(Probe.CHALLENGED_SCOPE.yaml(), List.of(new ChallengedScopeSuffices())),
            Map.entry(Probe.CHALLENGED_STEP_UP.yaml(), List.of(new ChallengedStepUpSuffices())),
            Map.entry(
                    Probe.RESOURCE_METADATA.yaml(),
                    List.of(ResourceMetadata.METADATA_SERVED, McpMetadata.METADATA_FOUND)),
            Map.entry(Probe.SESSION_ID.yaml(), List.of(new SessionIdNoCredential())),
            Map.entry(Probe.FOREIGN_ORIGIN.yaml(), List.of(new ForeignOriginRefused())));

    private IdleProbes() {}

    /**
     * Each probe that the suite allows in vain, with the reason.
     *
     * @param planned the suite's cases, at least one
     */
    public static Stream<String> of(List<ContractCase> planned) {
        Suite suite = planned.get(0).suite();
        Set<String> judged = Comparisons.of(planned).stream()
                .filter(it -> it.concerns(planned))
                .map(it -> it.info().id())
                .collect(Collectors.toSet());
        return suite.probes().stream()
                .filter(probe -> asking(probe).map(RuleInfo::id).noneMatch(judged::contains))
                .map(probe -> "probe %s: %s, so it asks nothing".formatted(probe, why(probe, suite)));
    }

    private static Stream<RuleInfo> asking(String probe) {
        return ASKED_BY.getOrDefault(probe, List.of()).stream().map(Comparison::info);
    }

    private static String why(String probe, Suite suite) {
        List<String> profiles = ASKED_BY.getOrDefault(probe, List.of()).stream()
                .filter(it -> Comparisons.standing(it, suite).isEmpty())
                .map(it -> it.info().profile())
                .distinct()
                .toList();
        return profiles.isEmpty()
                ? "no case of the suite is what it is about"
                : "it is for the profile %s, which the suite does not have".formatted(String.join(" or ", profiles));
    }
}
