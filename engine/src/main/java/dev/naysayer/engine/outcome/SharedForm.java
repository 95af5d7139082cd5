package dev.naysayer.engine.outcome;

import java.util.Map;

/**
 * What several outcomes share, by the names under which they speak of it. It comes with the first of them.
 *
 * @param form which form it is; see {@link OutcomeJson#FORM}
 * @param suites by their digest
 * @param rules by their id
 * @param quiet by its digest
 */
record SharedForm(
        int form, Map<String, SuiteWords> suites, Map<String, RuleWords> rules, Map<String, QuietRules> quiet) {

    SharedForm {
        OutcomeJson.requireForm(form);
    }
}
