package dev.naysayer.engine.exchange;

/** Carries a failed sending past the user's filters. */
final class NoAnswer extends RuntimeException {

    NoAnswer(String reason) {
        super(reason, null, false, false);
    }
}
