package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Fate;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import java.util.stream.Stream;

/** The standard asks it of every answer; it matters for those that a cache would keep. */
final class CustomCredentialNeedsPrivate implements Rule {

    private static final RuleInfo INFO = rule("custom-credential-needs-private", SECURITY_ADVICE, rfc(9110, "16.4.2"))
            .summary("An answer to a credential outside of Authorization is kept by no shared cache")
            .why("Caches know Authorization only: what a key or a cookie opened, they give to the next who asks.")
            .clients("They get from a proxy what belongs to others, or a refusal that was meant for others.")
            .fix(
                    "Send Cache-Control: private or no-store with every answer, or take the credential from Authorization.");

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
        if (Stream.concat(Stream.of(Carrier.of(it)), Carrier.beside(it)).anyMatch(Carrier::isAuthorization)) {
            return notApplicable("the credential is in Authorization");
        }
        if (Fate.isOpen(it, evidence)) {
            return notApplicable(Fate.OPEN);
        }
        if (evidence.cacheControl().forbidsSharing()) {
            return passed();
        }
        return Caching.mayReuse(evidence)
                ? violated("Cache-Control: private or no-store", Words.shown(evidence.fieldText("Cache-Control")))
                : notApplicable("no cache keeps such an answer");
    }
}
