package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.internetDraft;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Fate;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** Said of the API whatever the suite declares; where a suite lets such a token in, no other rule finds anything in it. */
final class QueryTokenIgnored implements FateRule {

    private static final RuleInfo INFO = rule(
                    "query-token-ignored",
                    MUST,
                    internetDraft("OAuth 2.1 draft", "draft-ietf-oauth-v2-1", "5.1"),
                    "oauth21")
            .summary("A token that stands only in the query opens nothing")
            .why("URLs end up in logs, histories and Referer fields, and whoever reads them there has the token.")
            .clients("They put tokens into links because it works, and share them with whoever gets the link.")
            .fix("Read tokens from the Authorization header, and from nowhere else.");

    private static final String CONDITION = "token-in-query";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!it.condition().info().name().equals(CONDITION)) {
            return notApplicable("no token stands in the query alone");
        }
        if (Fate.isOpen(it, evidence)) {
            return notApplicable(Fate.OPEN);
        }
        int status = evidence.status();
        return it.letsIn(status) && !it.looksLikeControl(status)
                ? violated("a refusal, as without a token", status + ", as with the good credential")
                : passed();
    }
}
