package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.FormChange;
import dev.naysayer.engine.credential.RequestForm;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /** Behind the same request, which has to get through. */
    static Variant afterItself(ConditionInfo info) {
        return Variant.ofCarriage(info, good -> good.declared().afterGood(good.declared()));
    }

    /** Why a condition makes no sense where a form lacks what it is about. */
    static Function<Operation, @Nullable String> having(String name) {
        return operation -> RequestForm.has(operation.body(), name) ? null : "the form has no '%s'".formatted(name);
    }
}
