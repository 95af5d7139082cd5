package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.ChallengeField;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;

/** A proxy that asks has its own field for it. */
final class ProxyAuthenticateFollows407 implements Rule {

    private static final RuleInfo INFO = rule("proxy-authenticate-follows-407", MUST, rfc(9110, "15.5.8"))
            .summary("A 407 says how to authenticate to the proxy")
            .why("Without a challenge nobody can tell which credential the proxy wants.")
            .clients("They cannot answer the proxy, and report a network error.")
            .fix("Send Proxy-Authenticate with every 407, and WWW-Authenticate with no 407.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() != 407) {
            return notApplicable("the status is " + evidence.status());
        }
        if (evidence.proxyField() instanceof ChallengeField.Parsed parsed
                && !parsed.challenges().isEmpty()) {
            return passed();
        }
        return violated(
                "a Proxy-Authenticate field with a challenge", Words.shown(evidence.fieldText("Proxy-Authenticate")));
    }
}
