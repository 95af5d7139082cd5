package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.page.PageRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule over several answers, in the order in which a reader of the report meets them. */
public final class Comparisons {

    private static final List<Comparison> OF_ALL_CLIENTS = List.of(
            new StatusSameAcrossOperations(),
            new ShapeSameAcrossOperations(),
            new ChallengedScopeSuffices(),
            new ChallengedStepUpSuffices(),
            new DistinctCauses(),
            new OpaqueCauses(),
            NotEnumerable.USERS_NOT_ENUMERABLE,
            NotEnumerable.CLIENTS_NOT_ENUMERABLE,
            new KeyNameNotFollowed(),
            new DigestNonceFresh(),
            new HiddenAsAbsent(),
            new HeadAsGet(),
            new AuthenticationFirst(),
            new GraphqlFormsRefused(),
            GraphqlMutation.GRAPHQL_MUTATION_NOT_BY_GET,
            GraphqlMutation.GRAPHQL_MUTATION_NEEDS_PREFLIGHT,
            new GraphqlRefusedByCredential(),
            new StableWhenAskedAgain(),
            new TitleStable(),
            ResourceMetadata.METADATA_SERVED,
            ResourceMetadata.METADATA_AT_WELL_KNOWN_URI,
            ResourceMetadata.METADATA_NAMES_RESOURCE,
            ResourceMetadata.METADATA_WITHOUT_EMPTY_LISTS,
            ResourceMetadata.METADATA_SIGNED_FOR_REAL,
            McpMetadata.METADATA_FOUND,
            McpMetadata.METADATA_NAMES_CALLED_URL,
            McpMetadata.METADATA_NAMES_AUTHORIZATION_SERVER,
            McpMetadata.METADATA_WITHOUT_OFFLINE_ACCESS,
            new SessionIdNoCredential(),
            new LogoutTakesCookieAway(),
            new ForeignOriginRefused());

    private static final List<Comparison> OF_LIMITS = List.of(
            Limit.GUESSING_LIMITED,
            Limit.LIMIT_HIDES_PASSWORD,
            Limit.GUESSES_ANSWERED_429,
            Limit.THROTTLED_GUESS_SAYS_WHEN,
            Limit.THROTTLED_GUESS_NOT_STORED,
            Limit.LIMITS_NOT_ENUMERABLE,
            Limit.GOOD_AGAIN_AFTER_LIMIT);

    public static final List<Comparison> ALL = Stream.of(OF_ALL_CLIENTS, PageRules.ALL, OF_LIMITS)
            .flatMap(List::stream)
            .toList();

    /** The rules about one answer that are told once for all answers; they stand in {@link Rules#ALL}, too. */
    public static final List<Comparison> OF_EVERY_ANSWER =
            Rules.toldOnce().<Comparison>map(EveryAnswer::new).toList();

    private Comparisons() {}

    /** What somebody asks for by name gets a test, if only one that says why nothing could be judged. */
    private static boolean isDemanded(Comparison comparison, Suite suite) {
        return suite.rules().byRule().containsKey(comparison.info().id());
    }

    /** Why a suite is judged by it; what is said of the rule itself goes before what the suite has other words for. */
    public static Optional<Standing> standing(Comparison comparison, Suite suite) {
        return Standing.of(comparison.info(), suite.rules()).or(() -> Optional.ofNullable(comparison.declared(suite)));
    }

    /** Those by which a suite is judged, and for which it has answers. */
    public static List<Comparison> of(List<ContractCase> planned) {
        return of(planned, planned);
    }

    /**
     * Those of a shard: it has a part of the suite's answers.
     *
     * @param planned all cases of the suite
     * @param ours those of them that are sent here, at least one
     */
    public static List<Comparison> of(List<ContractCase> planned, List<ContractCase> ours) {
        Suite suite = planned.get(0).suite();
        // What locks an account comes last.
        return Stream.of(OF_ALL_CLIENTS, PageRules.ALL, OF_EVERY_ANSWER, OF_LIMITS)
                .flatMap(List::stream)
                .filter(it -> standing(it, suite).isPresent())
                // What is compared with other shards needs the looks of this one, be they of one operation.
                .filter(it -> it.concerns(it instanceof AcrossOperations ? planned : ours) || isDemanded(it, suite))
                .toList();
    }
}
