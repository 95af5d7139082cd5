package dev.naysayer.engine.rule;

import dev.naysayer.dsl.RuleChoice;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.engine.standard.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a suite is judged by a rule, and how strictly.
 *
 * @param level how binding the rule is there
 * @param profile the profile that brings the rule in or sets its level, or {@link RuleChoice#THE_SUITE}
 * @param because the reason for another level than the rule's own, or null where it has its own
 */
public record Standing(
        Level level, String profile, @Nullable String because) {

    /** Empty where the rule belongs to a profile that the suite has not chosen. */
    public static Optional<Standing> of(RuleInfo rule, RuleChoices choices) {
        RuleChoice choice = choices.byRule().get(rule.id());
        if (choice != null) {
            return Optional.of(new Standing(Level.named(choice.level()), choice.by(), choice.because()));
        }
        return choices.profiles().contains(rule.profile())
                ? Optional.of(new Standing(rule.level(), rule.profile(), null))
                : Optional.empty();
    }
}
