package dev.naysayer.reports.drift;

/**
 * One thing in which two answers differ.
 *
 * @param kind what kind of thing
 * @param what the thing, {@code Bearer scope}
 * @param first how the first environment has it
 * @param second how the second has it
 */
public record Drift(DriftKind kind, String what, String first, String second) {}
