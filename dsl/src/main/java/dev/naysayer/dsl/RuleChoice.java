package dev.naysayer.dsl;

/**
 * What a suite or a profile says of one rule.
 *
 * @param at where it says so
 * @param rule the rule's id
 * @param level how binding the rule is now, in the words of reports
 * @param because the reason, one sentence
 * @param by the name of the profile that says so, or {@link #THE_SUITE}
 */
public record RuleChoice(Position at, String rule, String level, String because, String by) {

    /** Stands for a profile where the suite itself chooses. */
    public static final String THE_SUITE = "the suite";
}
