package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Registered;
import java.util.List;

/** Known means registered here; the order among those is the API's own. */
final class KnownSchemeFirst implements Rule {

    private static final RuleInfo INFO = rule("known-scheme-first", ADVICE, rfc(9110, "11.3"))
            .summary("Known schemes are offered before unknown ones")
            .why("Many clients look at the first challenge only.")
            .clients("They stop at a scheme that they do not know, though one that they know follows.")
            .fix("Send the challenges of well-known schemes first.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<Challenge> challenges = evidence.challenges();
        if (challenges.size() < 2) {
            return notApplicable("there are not two challenges");
        }
        boolean unknownSeen = false;
        for (Challenge challenge : challenges) {
            boolean known = Registered.isScheme(challenge.scheme());
            if (known && unknownSeen) {
                return violated(challenge.scheme() + " first", evidence.fieldText());
            }
            unknownSeen |= !known;
        }
        return passed();
    }
}
