package dev.naysayer.engine.exchange;

/**
 * How a run behaves towards those whom it asks: it says who it is, and does not ask too fast.
 *
 * @param userAgent the field value of {@code User-Agent} (RFC 9110 section 10.1.5), where the user's specification has none
 * @param rateLimit how many requests a second a host gets, of all clients that share it
 */
public record Manners(String userAgent, RateLimit rateLimit) {

    /** Says its name, and asks as fast as answers come. */
    public static final Manners PLAIN = new Manners("Naysayer", RateLimit.NONE);
}
