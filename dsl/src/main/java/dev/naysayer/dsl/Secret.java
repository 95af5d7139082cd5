package dev.naysayer.dsl;

/**
 * A value that must appear nowhere: not in logs, exceptions, reports or test names.
 *
 * <p>It lives in the leftmost package because the suite reader already resolves keys, and everything to its right handles
 * them.
 */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The value itself; call it only where it is used, never to keep or print it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
