package dev.naysayer.engine.rule;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.engine.standard.SpecReference;
import org.jspecify.annotations.Nullable;

/**
 * A rule's words.
 *
 * @param id kebab-case, the class name's words
 * @param level how binding it is
 * @param source where it is written down
 * @param profile the profile that brings it in
 * @param summary one plain sentence that is true when the API is right
 * @param why what a person loses when it is broken
 * @param clients what clients do with an answer that breaks it: refresh, prompt, loop, give up
 * @param fix how it is mended, in general terms
 */
public record RuleInfo(
        String id,
        Level level,
        SpecReference source,
        String profile,
        String summary,
        String why,
        String clients,
        String fix) {

    /** The same rule with another reason. */
    public RuleInfo because(String reason) {
        return new RuleInfo(id, level, source, profile, summary, reason, clients, fix);
    }

    /** The same rule where it speaks of one condition, with that one's reason and, where it has one, its remedy. */
    public RuleInfo of(ConditionInfo condition) {
        return new RuleInfo(
                id,
                level,
                source,
                profile,
                summary,
                condition.why(),
                clients,
                condition.fix() == null ? fix : condition.fix());
    }

    /** The same rule where it stands in the suite, with the author's reason; itself where nothing is declared. */
    public RuleInfo of(@Nullable Declared<?> declared) {
        if (declared == null) {
            return this;
        }
        String reason = declared.because() == null ? why : declared.because();
        return new RuleInfo(id, level, SpecReference.of(declared), profile, summary, reason, clients, fix);
    }

    /** A rule that every suite is judged by. */
    public static Builder rule(String id, Level level, SpecReference source) {
        return rule(id, level, source, RuleChoices.BASE);
    }

    /** A rule of one profile: suites that do not choose it hear nothing of the rule. */
    public static Builder rule(String id, Level level, SpecReference source, String profile) {
        return summary -> why -> clients -> fix -> new RuleInfo(id, level, source, profile, summary, why, clients, fix);
    }

    /** Asks for the words one after the other; a rule without one of them does not compile. */
    public interface Builder {

        Why summary(String summary);

        /** Asks for the reason. */
        interface Why {

            Clients why(String why);
        }

        /** Asks for what clients do. */
        interface Clients {

            Fix clients(String clients);
        }

        /** Asks for the remedy. */
        interface Fix {

            RuleInfo fix(String fix);
        }
    }
}
