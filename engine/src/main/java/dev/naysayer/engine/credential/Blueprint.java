package dev.naysayer.engine.credential;

import java.time.Instant;

/**
 * A credential before it is made: the facts that a condition may change, one at a time.
 *
 * <p>Conditions and schemes meet only here. A condition turns the good blueprint into a wrong one and knows no header; a
 * scheme turns any blueprint into a credential and knows no condition.
 *
 * @param presented whether anything is presented at all
 * @param scheme whether it travels under the auth-scheme the API asks for
 * @param claims what the token says
 * @param form what became of the token after it was issued
 * @param now the time that the claims are measured against; one instant a run
 */
public record Blueprint(boolean presented, Scheme scheme, TokenClaims claims, Form form, Instant now) {

    /** Under which auth-scheme a token travels (RFC 9110 section 11.1). */
    public enum Scheme {
        DECLARED,
        UNKNOWN
    }

    /** What became of a token after it was issued. */
    public enum Form {
        INTACT,
        /** One bit of the signature is flipped. */
        SIGNATURE_BROKEN,
        /** The characters are still legal, the three parts are gone. */
        NOT_A_JWT
    }

    /** A credential with nothing wrong. */
    public static Blueprint good(TokenClaims claims, Instant now) {
        return new Blueprint(true, Scheme.DECLARED, claims, Form.INTACT, now);
    }

    public Blueprint withoutCredential() {
        return new Blueprint(false, scheme, claims, form, now);
    }

    public Blueprint withScheme(Scheme other) {
        return new Blueprint(presented, other, claims, form, now);
    }

    public Blueprint withClaims(TokenClaims others) {
        return new Blueprint(presented, scheme, others, form, now);
    }

    public Blueprint withForm(Form other) {
        return new Blueprint(presented, scheme, claims, other, now);
    }
}
