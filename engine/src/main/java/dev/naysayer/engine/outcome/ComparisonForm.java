package dev.naysayer.engine.outcome;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison's outcome as it travels: what it shares with others is only named.
 *
 * @param form which form it is; see {@link OutcomeJson#FORM}
 * @param suite the name of what {@link SharedForm#suites} holds
 * @param line as in {@link ComparisonOutcome}, like what follows
 */
record ComparisonForm(
        int form, String suite, int line, String test, OutcomeKind kind, FindingForm finding, List<Transcript> probes, @Nullable ShardLooks looks) {

    ComparisonForm {
        OutcomeJson.requireForm(form);
    }
}
