package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.mcp;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/**
 * A server whose operations need no scope has none to name.
 *
 * <p>Which ones it names is not looked at: MCP leaves it to the server whether these are all of its scopes or those of one operation.
 */
final class ChallengeNamesNeededScope implements Rule {

    private static final RuleInfo INFO = rule(
                    "challenge-names-needed-scope",
                    SHOULD,
                    mcp("2025-11-25", "basic/authorization", "Protected Resource Metadata Discovery Requirements"),
                    "mcp-2025-11-25")
            .summary("The challenge of a 401 names the scope to ask for")
            .why("A user is asked to consent to every right that the server has, or to one that does not do.")
            .clients("They ask for all of scopes_supported, or for none, and are refused again.")
            .fix("Add scope to the challenge, with the scopes that the request needs.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean isToldOnce() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() != 401) {
            return notApplicable("only a 401 has to name it");
        }
        if (it.operation().scopes().isEmpty()) {
            return notApplicable("the suite says of no scope that the operation needs it");
        }
        List<Challenge> challenges = evidence.challenges(it.scheme().challengeScheme());
        if (challenges.isEmpty()) {
            return notApplicable("there is no challenge of the scheme");
        }
        return challenges.stream().anyMatch(challenge -> challenge.param("scope") != null)
                ? passed()
                : violated("a scope parameter in the challenge", evidence.fieldText());
    }
}
