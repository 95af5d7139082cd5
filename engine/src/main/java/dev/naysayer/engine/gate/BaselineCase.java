package dev.naysayer.engine.gate;

import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a case in an earlier run.
 *
 * @param kind of all rules over several answers together: CONFORMING
 * @param reason why, where findings do not say it; else null
 * @param answer null where none is known
 * @param findings what was broken or could not decide, by the rule
 */
public record BaselineCase(
        OutcomeKind kind,
        @Nullable String reason,
        @Nullable BaselineAnswer answer,
        Map<String, BaselineFinding> findings) {}
