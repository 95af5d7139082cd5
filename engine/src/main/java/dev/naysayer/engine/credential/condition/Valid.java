package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.TextChange;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** Nothing is wrong: the control, without which no refusal means anything. */
final class Valid {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofText(
            ConditionInfo.of(ConditionGroup.CARRIAGE, "valid", "the good credential, which has to get through")
                    .appliesTo(Trait.ANY)
                    .accepted()
                    .because("An API that refuses everything refuses every bad credential too.", Protection::letIn),
            TextChange.NONE));

    private Valid() {}
}
