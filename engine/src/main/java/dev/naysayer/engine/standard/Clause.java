package dev.naysayer.engine.standard;

/**
 * A demand and how binding it is: the standard's own keyword, never the caller's opinion.
 *
 * @param level how binding it is
 * @param source where it is written down
 */
public record Clause(Level level, SpecReference source) {

    public static Clause must(SpecReference source) {
        return new Clause(Level.MUST, source);
    }

    public static Clause should(SpecReference source) {
        return new Clause(Level.SHOULD, source);
    }

    public static Clause securityAdvice(SpecReference source) {
        return new Clause(Level.SECURITY_ADVICE, source);
    }

    public static Clause may(SpecReference source) {
        return new Clause(Level.MAY, source);
    }

    public static Clause advice(SpecReference source) {
        return new Clause(Level.ADVICE, source);
    }

    /** {@code MUST, RFC 6750 section 3}. */
    @Override
    public String toString() {
        return level + ", " + source.text();
    }
}
