package dev.naysayer.cli;

/** Why a command could do nothing; its message ends in a next step. */
final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }
}
