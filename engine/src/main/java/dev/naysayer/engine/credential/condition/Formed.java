package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.FormChange;

/** Begins conditions whose client is good, and whose form is not. */
final class Formed {

    private Formed() {}

    static ConditionInfo.Builder of(ConditionGroup group, String name, String meaning) {
        return ConditionInfo.of(group, name, meaning).changes("form");
    }

    /** The client's part of the form is behind the operation's, and a change sees both. */
    static Variant with(ConditionInfo info, FormChange change) {
        return Variant.ofCarriage(info, good -> good.declared().withForm(change));
    }
}
