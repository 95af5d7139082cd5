package dev.naysayer.engine.rule;

/**
 * A rule's words.
 *
 * @param id kebab-case, the class name's words
 * @param level how binding it is
 * @param source where it is written down
 * @param summary one plain sentence that is true when the API is right
 * @param why what a person loses when it is broken
 */
public record RuleInfo(String id, Level level, SpecReference source, String summary, String why) {

    static Builder rule(String id, Level level, SpecReference source) {
        return summary -> why -> new RuleInfo(id, level, source, summary, why);
    }

    /** Asks for the summary, then for the reason; a rule without either does not compile. */
    interface Builder {

        Why summary(String summary);

        /** Asks for the reason. */
        interface Why {

            RuleInfo why(String why);
        }
    }
}
