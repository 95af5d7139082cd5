package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.mcp;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** Whether a client may stay logged in is between it, the user and the authorization server. */
final class ChallengeWithoutOfflineAccess implements Rule {

    private static final RuleInfo INFO = rule(
                    "challenge-without-offline-access",
                    SHOULD,
                    mcp("2026-07-28", "basic/authorization", "Refresh Tokens"),
                    "mcp-2026-07-28")
            .summary("A challenge does not ask for offline_access")
            .why("Users are asked to let every client stay logged in, also one that is used once.")
            .clients(
                    "They ask for a refresh token that they do not need, and authorization servers that know no such scope refuse them.")
            .fix("Take offline_access out of the scopes that the server names; clients add it by themselves.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<String> scopes = evidence.challenges(it.scheme().challengeScheme()).stream()
                .flatMap(challenge -> challenge.params("scope").stream())
                .map(AuthParam::value)
                .toList();
        if (scopes.isEmpty()) {
            return notApplicable("no challenge names a scope");
        }
        return scopes.stream().noneMatch(scope -> List.of(scope.split(" ", -1)).contains("offline_access"))
                ? passed()
                : violated("scopes without offline_access", evidence.fieldText());
    }
}
