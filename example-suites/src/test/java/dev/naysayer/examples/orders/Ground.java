package dev.naysayer.examples.orders;

/** Why a request is refused, in the order in which the API looks. */
public enum Ground {
    REPEATED_CREDENTIALS("repeated-header"),
    TOKEN_IN_TWO_PLACES("token-in-query-and-header"),
    BROKEN_REQUEST("illegal-characters"),
    OVERSIZED("oversize-64k"),
    NO_TOKEN("no-token"),
    WRONG_SCHEME("wrong-scheme"),
    MALFORMED_TOKEN("malformed-token"),
    FORBIDDEN_HEADER("crit-unknown"),
    WRONG_TYPE("typ-dpop"),
    BAD_SIGNATURE("bad-signature"),
    EXPIRED_TOKEN("expired-token"),
    NOT_YET_VALID("nbf-future"),
    ISSUED_LATER("iat-future"),
    WRONG_ISSUER("iss-wrong"),
    OTHER_KIND("id-token"),
    BOUND_TOKEN("cnf-jkt"),
    UNKNOWN_SUBJECT("sub-unknown"),
    WRONG_AUDIENCE("wrong-audience"),
    WEAK_LOGIN("acr-zero"),
    INSUFFICIENT_SCOPE("insufficient-scope");

    private final String condition;

    Ground(String condition) {
        this.condition = condition;
    }

    /** A condition that meets this ground, as suites name it; other conditions may meet it too. */
    public String condition() {
        return condition;
    }
}
