package dev.naysayer.engine.exchange.wire;

/** Carries a failed sending past the user's filters. */
public final class NoAnswer extends RuntimeException {

    NoAnswer(String reason) {
        super(reason, null, false, false);
    }
}
