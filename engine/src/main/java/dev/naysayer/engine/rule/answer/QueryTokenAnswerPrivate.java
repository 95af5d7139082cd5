package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Fate;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import java.util.Set;

/** A URL with a token in it is a key under which caches keep what it opened. */
final class QueryTokenAnswerPrivate implements Rule {

    private static final RuleInfo INFO = rule("query-token-answer-private", SHOULD, rfc(6750, "2.3"))
            .summary("What a token in the query opens is kept by no shared cache")
            .why("Shared caches hold back only what was asked for with Authorization; here nothing tells them.")
            .clients("Whoever learns the URL gets the answer from a proxy, even when the token has expired.")
            .fix("Take no tokens from the query; as long as you must, send Cache-Control: private.");

    private static final Set<String> ONLY_GOOD_ONE = Set.of("token-in-query", "token-in-query-bad-header");

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
        String condition = it.condition().info().name();
        if (!condition.startsWith("token-in-query")) {
            return notApplicable("no token is in the query");
        }
        if (!ONLY_GOOD_ONE.contains(condition)) {
            return notApplicable("a good token is in the header, too");
        }
        if (evidence.status() < 200 || evidence.status() > 299) {
            return notApplicable("%d is no success".formatted(evidence.status()));
        }
        if (Fate.isOpen(it, evidence)) {
            return notApplicable(Fate.OPEN);
        }
        if (evidence.refusalInSuccess() != null) {
            return notApplicable("the body says no, so the token opened nothing");
        }
        return evidence.cacheControl().forbidsSharing()
                ? passed()
                : violated("Cache-Control: private", Words.shown(evidence.fieldText("Cache-Control")));
    }
}
