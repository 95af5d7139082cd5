package dev.naysayer.reports.model;

import java.util.List;

/**
 * Rules that had nothing to judge for one reason.
 *
 * @param because why
 * @param rules their ids, in the rules' order
 */
public record UntestedRules(String because, List<String> rules) {

    public UntestedRules {
        rules = List.copyOf(rules);
    }
}
