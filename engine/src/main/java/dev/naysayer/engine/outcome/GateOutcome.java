package dev.naysayer.engine.outcome;

/**
 * What became of one gate rule over one suite.
 *
 * @param suite the suite's name
 * @param rule {@code max-warnings}: what the setting is called behind {@code naysayer.}
 * @param limit what it is set to
 * @param kept whether the suite keeps it; one that has nothing to judge is not kept
 * @param words what was counted, {@code 5 warn}
 */
public record GateOutcome(String suite, String rule, String limit, boolean kept, String words) {}
