package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import dev.naysayer.engine.standard.Level;
import java.util.List;

/** No standard says what comes first, and frameworks put the guard before the login: so it is told, and no more than that. */
final class AuthenticationBeforeCsrf implements FateRule {

    private static final RuleInfo INFO = rule("authentication-before-csrf", ADVICE, rfc(9110, "15.5.2"))
            .summary("Whoever is not logged in is told so, before a token against forged requests is asked for")
            .why("A token of no session is no token, so who has no session is told of the wrong thing.")
            .clients("On 403 they give up or fetch another token; that they have to log in they never learn.")
            .fix("Look at the session first, or answer 401 where the guard finds none.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!it.isGuarded()) {
            return notApplicable("no token against forged requests stands beside it");
        }
        List<Integer> right = it.condition().info().expectation().statuses().refusals();
        if (!right.contains(401) || it.statusClause().level() == Level.MAY) {
            return notApplicable("the condition asks for no 401");
        }
        if (it.declaresStatus() || evidence.status() != 403) {
            return evidence.status() == 401 ? passed() : notApplicable("other rules tell what became of it");
        }
        return violated(Words.or(right), "403");
    }
}
