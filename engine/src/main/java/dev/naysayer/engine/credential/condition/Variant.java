package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.Carriage;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.TextChange;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.jwt.JwtChange;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One condition as data: its words, and what it changes.
 *
 * @param info its words
 * @param change what it changes of the good blueprint
 * @param exception why it makes no sense for an operation, or null where it does
 */
record Variant(ConditionInfo info, UnaryOperator<Blueprint> change, Function<Operation, @Nullable String> exception)
        implements CredentialCondition {

    private Variant(ConditionInfo info, UnaryOperator<Blueprint> change) {
        this(info, change, operation -> null);
    }

    /** Another token is asked of the source. */
    static Variant of(ConditionInfo info, TokenNeed need) {
        return new Variant(info, good -> good.withNeed(need));
    }

    /** The JWT is made differently. */
    static Variant of(ConditionInfo info, JwtChange change) {
        return of(info, new TokenNeed.Forged(change));
    }

    /** The good token's text is changed. */
    static Variant ofText(ConditionInfo info, TextChange change) {
        return new Variant(info, good -> good.withText(change));
    }

    /** The good credential is carried differently. */
    static Variant ofCarriage(ConditionInfo info, Carriage carriage) {
        return new Variant(info, good -> good.withCarriage(carriage));
    }

    /** The good token's text is changed, and carried differently. */
    static Variant of(ConditionInfo info, TextChange change, Carriage carriage) {
        return new Variant(info, good -> good.withText(change).withCarriage(carriage));
    }

    /** No token is asked for, and this is sent. */
    static Variant withoutToken(ConditionInfo info, Carriage carriage) {
        return new Variant(info, good -> good.withNeed(TokenNeed.Kind.NONE).withCarriage(carriage));
    }

    /** No token is asked for, and this stands in its place. */
    static Variant inPlaceOfToken(ConditionInfo info, String text) {
        return new Variant(info, good -> good.withNeed(TokenNeed.Kind.NONE).withText(token -> text));
    }

    /** Carried in another way besides. */
    Variant carried(Carriage carriage) {
        return new Variant(info, good -> change.apply(good).withCarriage(carriage), exception);
    }

    /** This makes no sense for some operations. */
    Variant except(Function<Operation, @Nullable String> reason) {
        return new Variant(info, change, reason);
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return change.apply(good);
    }

    @Override
    public @Nullable String notApplicable(Operation operation) {
        return exception.apply(operation);
    }
}
