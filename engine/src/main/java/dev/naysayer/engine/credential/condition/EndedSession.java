package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.TokenNeed;
import java.util.List;

/** The session was good once, or will never be: only who opened it can bring that about. */
final class EndedSession {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                    of("logged-out-session", "a session whose owner has logged out")
                            .core()
                            .needs(Need.LOGOUT)
                            .changes("revocation")
                            .fix(
                                    "End the session at the server when its user logs out, and do not only delete the cookie.")
                            .because(
                                    "Who logs out counts on it that nobody goes on with the session, least of all at a shared machine.",
                                    securityAdvice(asvs("7.4.1"))),
                    TokenNeed.Kind.REVOKED),
            Variant.of(
                    of("expired-session", "a session that ended long ago")
                            .needs(Need.EXPIRED_TOKEN)
                            .changes("expiry")
                            .because(
                                    "A session that never ends is a password that nobody can change.",
                                    securityAdvice(asvs("7.3.2"))),
                    TokenNeed.Kind.EXPIRED),
            Variant.of(
                    of("session-before-login", "the session that was there before a log-in, after it")
                            .needs(Need.LOGIN)
                            .changes("login")
                            .fix("Give a session a new name whenever somebody logs in, and forget the old one.")
                            .because(
                                    "Who plants a session in somebody's browser would be in it once that one has logged in.",
                                    securityAdvice(asvs("7.2.4"))),
                    TokenNeed.Kind.BEFORE_LOGIN));

    private EndedSession() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.SESSION, name, meaning)
                .acceptedOrRefused(401)
                .errors(Expectation.NO_ERROR);
    }
}
