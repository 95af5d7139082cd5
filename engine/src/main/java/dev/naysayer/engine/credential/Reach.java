package dev.naysayer.engine.credential;

/** How far a request gets before it is refused, which decides what its refusal has to say. */
public enum Reach {
    /** No credential that the API could judge: a challenge carries no error (RFC 6750 section 3.1). */
    NO_CREDENTIAL,
    /** The API sees a credential and judges it. */
    CREDENTIAL,
    /** The API sees good credentials, and that another site may have had the request sent. */
    FORGERY,
    /** Another request than the operation's: all that is asked is whether it serves the operation without a credential. */
    OTHER_REQUEST,
    /** The HTTP message itself is unacceptable: a server may refuse it before the API sees it (RFC 9110 section 5.5). */
    MESSAGE,
    /** The connection itself is unacceptable: to be silent, or to send elsewhere, is right too (RFC 6750 section 5.3). */
    CONNECTION
}
