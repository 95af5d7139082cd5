package dev.naysayer.reports.model;

import java.util.List;
import java.util.regex.Pattern;

/** Whose move it is: who has to do something, so that a cause goes away. */
public enum Mover {
    /** The team of the API. */
    API("the API"),
    /** Whoever runs the server, gateway or proxy that answers before the API or adds to what it says. */
    GATEWAY("the gateway"),
    /** Whoever runs what issues tokens. */
    IDENTITY_PROVIDER("the identity provider"),
    /** Whoever wrote the suite, or runs it. */
    SUITE("the suite"),
    /** Whoever knows why the API cannot be reached from here. */
    NETWORK("the network"),
    /** The developers of Naysayer. */
    TOOL("Naysayer");

    /** What an unjudged case says of why it is so; the first that is found in it counts. */
    private static final List<Sign> SIGNS = List.of(
            sign(TOOL, "Naysayer failed at it|FAULT OF NAYSAYER"),
            sign(SUITE, "a library that Naysayer needs|a simpler schema helps|the run was ended|run was interrupted"),
            // Where it answers no, it may have been asked the wrong thing.
            sign(IDENTITY_PROVIDER, " gives no answer \\(|look into the server's log|answers (429|5\\d\\d)\\b"),
            sign(
                    GATEWAY,
                    "^(407|429|502|504): |the API wants fewer requests|refused a tunnel|what stands before it adds|^the proxy "),
            sign(
                    API,
                    "^503: |the API is not available|malformed answer from|ended the HTTP/2 stream|wrote more than|clock is"),
            sign(
                    NETWORK,
                    "connection refused by|cannot connect to|no connection to|unknown host|no answer within|without an answer"
                            + "|closed the|broke the connection off|^TLS with|did not begin HTTP/2|the host does not answer"
                            + "|^the exchange with"));

    private final String words;

    Mover(String words) {
        this.words = words;
    }

    /** {@code the identity provider}. */
    public String words() {
        return words;
    }

    /**
     * Of what could not be judged.
     *
     * @param reason why, without what it follows from
     */
    static Mover ofUnjudged(String reason) {
        return SIGNS.stream()
                .filter(sign -> sign.pattern().matcher(reason).find())
                .map(Sign::mover)
                .findFirst()
                // A good token that does not get through, a variable that is not set: first look at what was asked.
                .orElse(SUITE);
    }

    private static Sign sign(Mover mover, String pattern) {
        return new Sign(mover, Pattern.compile(pattern));
    }

    private record Sign(Mover mover, Pattern pattern) {}
}
