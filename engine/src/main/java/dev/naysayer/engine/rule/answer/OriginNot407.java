package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** A 407 speaks of a proxy, and what is tested here is no proxy. */
final class OriginNot407 implements Rule {

    private static final RuleInfo INFO = rule("origin-not-407", ADVICE, rfc(9110, "15.5.8"))
            .summary("The API itself asks with 401, not with 407")
            .why("A 407 sends people to look for a proxy that does not exist.")
            .clients("They ask for the password of a proxy, or send the proxy's credential to the API.")
            .fix("Answer 401 with WWW-Authenticate; leave 407 to proxies.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        return switch (evidence.status()) {
            case 401 -> passed();
            case 407 -> violated("401", "407");
            default -> notApplicable("the status is " + evidence.status());
        };
    }
}
