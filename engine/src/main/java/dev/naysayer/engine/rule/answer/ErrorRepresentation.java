package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** A body of any kind; whether it is the right one, other rules say. */
final class ErrorRepresentation implements Rule {

    private static final RuleInfo INFO = rule("error-representation", SHOULD, rfc(9110, "15.5"))
            .summary("A refusal has a body that explains it")
            .why("Whoever sees the bare status has to guess what to do about it.")
            .clients("They show an empty page or a general error, since they have nothing else to show.")
            .fix("Write a body with every refusal, also where a framework sends the status alone.");

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
        if (evidence.answersHead()) {
            return notApplicable("an answer to HEAD has no body");
        }
        return evidence.body().isEmpty() ? violated("a body", "an empty body") : passed();
    }
}
