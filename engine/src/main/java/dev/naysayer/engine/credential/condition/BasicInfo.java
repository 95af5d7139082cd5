package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.NotObtainable;

/** Begins the conditions of the group {@code basic}. */
final class BasicInfo {

    private BasicInfo() {}

    /** Its challenges have no error codes. */
    static ConditionInfo.Builder of(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.BASIC, name, meaning).errors(Expectation.NO_ERROR);
    }

    /** What a pair becomes. */
    interface PairChange {
        Pair apply(Pair good) throws NotObtainable;
    }

    static Variant ofPair(ConditionInfo info, PairChange change) {
        return Variant.ofText(info, text -> change.apply(Pair.of(text)).text());
    }
}
