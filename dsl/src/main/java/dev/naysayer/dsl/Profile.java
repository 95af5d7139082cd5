package dev.naysayer.dsl;

import java.util.List;

/**
 * A named choice of rules and levels.
 *
 * @param name what suites call it
 * @param summary what it is for, one sentence
 * @param extended the profiles that it brings along, in their order
 * @param contradicts the profiles that no suite can have beside it
 * @param rules the rules that it brings in or whose level it sets
 * @param expectations what is right, where the suite itself is silent
 */
public record Profile(
        String name,
        String summary,
        List<String> extended,
        List<String> contradicts,
        List<RuleChoice> rules,
        List<Scenario> expectations) {}
