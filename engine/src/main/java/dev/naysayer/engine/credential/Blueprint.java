package dev.naysayer.engine.credential;

import dev.naysayer.dsl.LoginNeed;
import java.util.List;

/**
 * A credential before it is made: the facts that a condition may change, one at a time.
 *
 * <p>Conditions and schemes meet only here. A condition turns the good blueprint into a wrong one and knows no header; a
 * scheme shows any token and knows no condition.
 *
 * @param condition the condition's name, under which a suite may give a token of its own
 * @param scopes what the token must carry to be let in
 * @param login what the login behind the token has to be like to be let in
 * @param need what is asked of the token's source
 * @param text what becomes of the token's text after it was issued
 * @param carriage how it is put onto the wire
 */
public record Blueprint(
        String condition, List<String> scopes, LoginNeed login, TokenNeed need, TextChange text, Carriage carriage) {

    /** A credential with nothing wrong, where any login will do. */
    public static Blueprint good(String condition, List<String> scopes) {
        return good(condition, scopes, LoginNeed.NONE);
    }

    /** A credential with nothing wrong. */
    public static Blueprint good(String condition, List<String> scopes, LoginNeed login) {
        return new Blueprint(condition, scopes, login, TokenNeed.Kind.GOOD, TextChange.NONE, Carriage.DECLARED);
    }

    /** No credential. */
    public static Blueprint nothing(String condition) {
        return new Blueprint(
                condition, List.of(), LoginNeed.NONE, TokenNeed.Kind.NONE, TextChange.NONE, Carriage.NOTHING);
    }

    public Blueprint withNeed(TokenNeed other) {
        return new Blueprint(condition, scopes, login, other, text, carriage);
    }

    public Blueprint withText(TextChange other) {
        return new Blueprint(condition, scopes, login, need, other, carriage);
    }

    public Blueprint withCarriage(Carriage other) {
        return new Blueprint(condition, scopes, login, need, text, other);
    }
}
