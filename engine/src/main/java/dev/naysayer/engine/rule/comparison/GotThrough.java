package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.Rules;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Level;

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
                && answer.it().admission().level() == Level.MUST
                && !(REFUSAL_IN_A_SUCCESS.judge(answer.it(), answer.evidence()) instanceof Verdict.Violated);
    }
}
