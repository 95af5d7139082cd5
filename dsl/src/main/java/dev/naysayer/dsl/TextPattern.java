package dev.naysayer.dsl;

import com.networknt.schema.regex.RegularExpression;

/** A regular expression for a text of an answer, found anywhere in it as {@code pattern} of JSON Schema is. */
public final class TextPattern {

    private final String expression;
    private final BoundedPatterns bounds = new BoundedPatterns();
    private final RegularExpression compiled;

    public TextPattern(String expression) {
        this.expression = expression;
        this.compiled = bounds.getRegularExpression(expression);
    }

    /**
     * Whether it is found in a text.
     *
     * @throws BodySchema.Undecided where that would take too long, with a next step
     */
    public synchronized boolean isIn(String text) throws BodySchema.Undecided {
        try {
            bounds.begin();
            return compiled.matches(text);
        } catch (BoundedPatterns.GaveUp | StackOverflowError e) {
            throw new BodySchema.Undecided("takes too long: write it without repetitions in repetitions");
        }
    }

    /** As it is written. */
    @Override
    public String toString() {
        return expression;
    }
}
