package dev.naysayer.engine.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a rule said in an earlier run.
 *
 * @param level as in {@link dev.naysayer.engine.outcome.Finding}
 * @param broken whether the rule was broken; else it could not decide
 * @param actual what came, in one short line; null where nothing says so
 */
public record BaselineFinding(
        String level, boolean broken, @Nullable String actual) {}
