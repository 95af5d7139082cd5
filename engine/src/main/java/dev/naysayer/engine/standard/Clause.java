package dev.naysayer.engine.standard;

/**
 * A demand and how binding it is: the standard's own keyword, never the caller's opinion.
 *
 * @param level how binding it is
 * @param source where it is written down
 */
public record Clause(Level level, SpecReference source) {

    /** {@code MUST, RFC 6750 section 3}. */
    @Override
    public String toString() {
        return level + ", " + source.text();
    }
}
