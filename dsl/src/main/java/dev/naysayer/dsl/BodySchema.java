package dev.naysayer.dsl;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.ValidationLimitExceededException;
import java.util.List;
import java.util.stream.Stream;

/** A JSON Schema that was read, checked against its meta-schema and compiled, once per suite. */
public final class BodySchema {

    /** How many steps one body may take: a usual one takes some dozens. */
    private static final long MOST_STEPS = 100_000;

    /** How many schemas may be asked from within one another. */
    private static final int DEEPEST = 2_000;

    private static final int MOST_VIOLATIONS = 20;
    private static final int LONGEST_VIOLATION = 500;

    /** A body that this schema cannot be held against at a bearable cost; nothing is known of it. */
    public static final class Undecided extends Exception {

        private static final long serialVersionUID = 1;

        Undecided(String message) {
            super(message);
        }
    }

    private final String name;
    private final Schema schema;
    private final BoundedPatterns patterns;

    public BodySchema(String name, Schema schema, BoundedPatterns patterns) {
        this.name = name;
        this.schema = schema;
        this.patterns = patterns;
    }

    /** The schema's path as the suite writes it. */
    public String name() {
        return name;
    }

    /**
     * What is wrong with a body that is JSON.
     *
     * @param json well-formed JSON
     * @return one sentence a violation, each beginning with the place in the body; empty where the body matches; of very many
     *     the first, and how many more there are
     * @throws Undecided where that would take too many steps, with the limit and a next step
     */
    public synchronized List<String> violations(String json) throws Undecided {
        try {
            patterns.begin();
            List<String> all = schema
                    .validate(
                            json,
                            InputFormat.JSON,
                            context -> context.executionConfig(limits ->
                                    limits.maxEvaluationSteps(MOST_STEPS).maxEvaluationDepth(DEEPEST)))
                    .stream()
                    .map(BodySchema::sentence)
                    .sorted()
                    .toList();
            return all.size() <= MOST_VIOLATIONS
                    ? all
                    : Stream.concat(
                                    all.stream().limit(MOST_VIOLATIONS),
                                    Stream.of("and %d more".formatted(all.size() - MOST_VIOLATIONS)))
                            .toList();
        } catch (ValidationLimitExceededException e) {
            throw new Undecided(
                    e.getLimitKind() == ValidationLimitExceededException.LimitKind.EVALUATION_STEPS
                            ? "takes more than %d steps: let it have fewer alternatives".formatted(MOST_STEPS)
                            : "goes more than %d schemas deep: let it refer less".formatted(DEEPEST));
        } catch (BoundedPatterns.GaveUp e) {
            throw new Undecided("has a pattern that takes too long: write it without repetitions in repetitions");
        } catch (StackOverflowError e) {
            // The validator and the JDK's regular expressions are recursive.
            throw new Undecided("goes too deep: let it refer less, and patterns repeat less");
        }
    }

    private static String sentence(Error error) {
        String text = error.toString();
        return Legible.shown(text.startsWith(":") ? "the body" + text : text, LONGEST_VIOLATION);
    }
}
