package dev.naysayer.engine.exchange;

/** What is wrong with a request that was not sent; the message names fields, never their values. */
final class NotSendable extends RuntimeException {

    NotSendable(String reason) {
        super(reason, null, false, false);
    }
}
