package dev.naysayer.engine.exchange.wire;

/** What is wrong with a request that was not sent; the message names fields, never their values. */
public final class NotSendable extends RuntimeException {

    public NotSendable(String reason) {
        super(reason, null, false, false);
    }
}
