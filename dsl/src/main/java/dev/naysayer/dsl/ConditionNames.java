package dev.naysayer.dsl;

import java.util.List;

/**
 * The conditions that a suite can name together, {@code jwt: core} or {@code jwt: all}.
 *
 * @param core the few that every API should be tested with
 * @param all those that are safe on an API which others use too, in their order
 */
public record ConditionNames(List<String> core, List<String> all) {}
