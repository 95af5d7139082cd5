package dev.naysayer.engine.outcome;

import java.util.Map;

/**
 * What several outcomes share, by the names under which they speak of it. It comes with the first of them, and names are of one writer.
 *
 * @param suites by their names
 * @param rules by their id
 * @param quiet by its name
 */
record SharedForm(Map<String, SuiteWords> suites, Map<String, RuleWords> rules, Map<String, QuietRules> quiet) {}
