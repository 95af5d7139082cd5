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

/** The standard says that schemes ought to be registered, which is no keyword. */
final class SchemeRegistered implements Rule {

    private static final RuleInfo INFO = rule("scheme-registered", ADVICE, rfc(9110, "11.1"))
            .summary("Every offered auth-scheme is a registered one")
            .why("No library knows an invented scheme, so each client writes its own code for it.")
            .clients("They skip a challenge that they do not know; where it is the only one, they give up.")
            .fix("Offer a registered scheme, Bearer for tokens; an API key can do without a scheme.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.challenges().isEmpty()) {
            return notApplicable("there is no challenge that parses");
        }
        return evidence.challenges().stream()
                .map(Challenge::scheme)
                .filter(scheme -> !Registered.isScheme(scheme))
                .findFirst()
                .map(scheme -> violated("a scheme that IANA has registered", scheme))
                .orElse(passed());
    }
}
