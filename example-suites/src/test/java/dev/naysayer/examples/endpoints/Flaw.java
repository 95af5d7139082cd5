package dev.naysayer.examples.endpoints;

/** One thing that is wrong with an authorization server's answers, or that it may do otherwise. */
public enum Flaw {
    NONE,
    /** Whatever the standards leave to it, it does the other way. */
    FREE,
    ERROR_AS_PAGE,
    CODE_OF_ITS_OWN,
    OTHER_CODE,
    GRANT_REFUSED_BY_401,
    FAILED_CLIENT_GETS_400,
    FAILED_CLIENT_GETS_BEARER,
    TOKEN_MAY_BE_STORED,
    UMLAUT_IN_DESCRIPTION,
    ACTIVE_MISSING,
    INACTIVE_SAYS_MORE,
    REVOKING_UNKNOWN_IS_ERROR,
    UNKNOWN_PARAMETER_REFUSED,
    EMPTY_PARAMETER_REFUSED,
    ANYBODY_MAY_ASK,
    SECRET_NOT_COMPARED,
    SECRET_TAKEN_FROM_QUERY,
    TOKEN_BY_GET,
    TWO_WAYS_TAKEN,
    REPEATED_TAKEN,
    MADE_UP_CODE_TAKEN
}
