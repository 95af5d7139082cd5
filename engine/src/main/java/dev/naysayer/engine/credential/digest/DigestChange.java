package dev.naysayer.engine.credential.digest;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an answer.
 *
 * @param facts changes what the response is calculated from, so that it fits what is said
 * @param params changes what is said, and the response stays as it is
 * @param obstacle why it cannot be made where these challenges are offered; null where it can
 */
public record DigestChange(
        UnaryOperator<DigestAnswer> facts,
        UnaryOperator<List<DigestParam>> params,
        Function<List<DigestChallenge>, @Nullable String> obstacle) {

    /** Nothing. */
    public static final DigestChange NONE =
            new DigestChange(UnaryOperator.identity(), UnaryOperator.identity(), offered -> null);

    /** Other facts; the response follows from them. */
    public static DigestChange ofFacts(UnaryOperator<DigestAnswer> facts) {
        return new DigestChange(facts, UnaryOperator.identity(), offered -> null);
    }

    /** Other parameters; the response does not follow from them. */
    public static DigestChange ofParams(UnaryOperator<List<DigestParam>> params) {
        return new DigestChange(UnaryOperator.identity(), params, offered -> null);
    }

    /** The same, only where nothing stands in the way. */
    public DigestChange unless(Function<List<DigestChallenge>, @Nullable String> reason) {
        return new DigestChange(facts, params, reason);
    }
}
