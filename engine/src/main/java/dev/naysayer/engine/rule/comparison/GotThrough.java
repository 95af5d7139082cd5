package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.standard.Level;

/** A bad credential that gets, on another way, what it was refused: no matter of taste any more, whatever is compared. */
final class GotThrough {

    private GotThrough() {}

    /** Whether a credential that must be refused was served; a body that says no serves nothing. */
    static boolean is(Answer answer) {
        return answer.status() >= 200
                && answer.status() < 300
                && !answer.it().isAcceptable()
                && answer.it().admission().level() == Level.MUST
                && answer.evidence().refusalInSuccess() == null;
    }
}
