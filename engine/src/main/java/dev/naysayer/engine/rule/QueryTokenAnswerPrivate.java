package dev.naysayer.engine.rule;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;

/** A URL with a token in it is a key under which caches keep what it opened. */
final class QueryTokenAnswerPrivate implements Rule {

    private static final RuleInfo INFO = rule("query-token-answer-private", SHOULD, rfc(6750, "2.3"))
            .summary("What a token in the query opens is kept by no shared cache")
            .why("Shared caches hold back only what was asked for with Authorization; here nothing tells them.")
            .clients("Whoever learns the URL gets the answer from a proxy, even when the token has expired.")
            .fix("Take no tokens from the query; as long as you must, send Cache-Control: private.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!it.condition().info().name().startsWith("token-in-query")) {
            return notApplicable("no token is in the query");
        }
        if (evidence.status() < 200 || evidence.status() > 299) {
            return notApplicable("%d is no success".formatted(evidence.status()));
        }
        return evidence.cacheControl().forbidsSharing()
                ? passed()
                : violated("Cache-Control: private", Words.shown(evidence.fieldText("Cache-Control")));
    }
}
