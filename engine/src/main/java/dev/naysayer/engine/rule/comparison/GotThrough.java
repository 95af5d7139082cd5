package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.Rules;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.engine.standard.SpecReference;

/** A bad credential that gets, on another way, what it was refused: no matter of taste any more, whatever is compared. */
final class GotThrough {

    private static final Rule REFUSAL_IN_A_SUCCESS = Rules.ALL.stream()
            .filter(rule -> rule.info().id().equals("no-error-in-success"))
            .findFirst()
            .orElseThrow();

    private GotThrough() {}

    /** Whether a credential that must be refused was served; a body that says no serves nothing. */
    static boolean is(Answer answer) {
        return answer.status() >= 200
                && answer.status() < 300
                && !answer.it().isAcceptable()
                && !(REFUSAL_IN_A_SUCCESS.judge(answer.it(), answer.evidence()) instanceof Verdict.Violated);
    }

    /** What that breaks: the standard of the scheme, or where it has none, the suite, which wants the credential refused. */
    static Clause clause(ContractCase it) {
        boolean bearer = "Bearer".equals(it.scheme().challengeScheme());
        return new Clause(Level.MUST, bearer ? SpecReference.rfc(6750, "3") : SpecReference.SUITE);
    }
}
