package dev.naysayer.dsl.format;

import java.util.List;

/**
 * The conditions that a suite can name together, {@code jwt: core}, {@code jwt: all} or {@code jwt: everything}.
 *
 * @param core the few that every API should be tested with
 * @param all those that are safe on an API which others use too, in their order
 * @param everything all there are, in their order, with those that a suite otherwise has to ask for by name
 */
public record ConditionNames(List<String> core, List<String> all, List<String> everything) {}
