package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.mcp;

import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that this operation needs at once; what is named beside it is right, since a client may lose what it had.
 *
 * <p>Where a token with just the named scopes is tried, that tells more than the suite's words, and tells it once.
 */
final class InsufficientScopeNamesAllScopes implements Rule {

    private static final RuleInfo INFO = rule(
                    "insufficient-scope-names-all-scopes",
                    SHOULD,
                    mcp("2025-11-25", "basic/authorization", "Runtime Insufficient Scope Errors"),
                    "mcp-2025-11-25")
            .summary("insufficient_scope names every scope that this operation needs")
            .why("A user is asked for one right after the other, and each time the client has to log in again.")
            .clients(
                    "They get a token with just the named scopes, and are refused for the next one; many give up after a few tries.")
            .fix(
                    "Write the scopes of the operation that was asked for into the challenge, all of them, not those of the whole server or of another tool.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    private static boolean isTried(ContractCase it) {
        return it.suite().probes().contains("challenged-scope")
                && it.operation().control().sent()
                && Credentials.choosesScopes(it.presents().varied());
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (isTried(it)) {
            return notApplicable("told by challenged-scope-suffices");
        }
        if (it.operation().scopes().isEmpty()) {
            return notApplicable("the suite says of no scope that the operation needs it");
        }
        Set<String> named = InsufficientScope.challenges(it, evidence).stream()
                .flatMap(challenge -> Stream.ofNullable(challenge.param("scope")))
                .flatMap(scope -> Stream.of(scope.split(" ", -1)))
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return notApplicable("no challenge names scopes beside insufficient_scope");
        }
        List<String> missing = it.operation().scopes().stream()
                .filter(scope -> !named.contains(scope))
                .toList();
        return missing.isEmpty()
                ? passed()
                : violated(
                        "all of " + String.join(" ", it.operation().scopes()),
                        "%s, without %s".formatted(evidence.fieldText(), String.join(" ", missing)));
    }
}
