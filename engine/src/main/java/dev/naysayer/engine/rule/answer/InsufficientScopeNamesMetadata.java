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

/** As the challenge of a 401 does, so that a client need not remember an earlier one. */
final class InsufficientScopeNamesMetadata implements Rule {

    private static final RuleInfo INFO = rule(
                    "insufficient-scope-names-metadata",
                    SHOULD,
                    mcp("2025-11-25", "basic/authorization", "Runtime Insufficient Scope Errors"),
                    "mcp-2025-11-25")
            .summary("insufficient_scope names the metadata of the server, as a 401 does")
            .why("A client that begins with a token of somebody else cannot learn who gives a stronger one.")
            .clients("They cannot ask for the missing right, or ask an authorization server that they guess.")
            .fix("Add resource_metadata to the challenge of a 403 as well, from the place that writes it for a 401.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<Challenge> challenges = InsufficientScope.challenges(it, evidence);
        if (challenges.isEmpty()) {
            return notApplicable("no challenge says insufficient_scope");
        }
        Evidence nobody = evidence.counterparts().nobody();
        if (nobody != null
                && nobody.challenges().stream().allMatch(other -> other.param("resource_metadata") == null)) {
            return notApplicable("the challenge to whoever has no credential names none either");
        }
        return challenges.stream().anyMatch(challenge -> challenge.param("resource_metadata") != null)
                ? passed()
                : violated("resource_metadata beside error=\"insufficient_scope\"", evidence.fieldText());
    }
}
