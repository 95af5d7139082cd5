package dev.naysayer.engine.credential.source;

import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.mover.Mover;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for an issuer's answer that is not the one that was wanted: what it is, where it leads to, how long to wait. */
final class StatusWords {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** As RFC 9110 section 5.6.7 writes it; anything else may be anything, a secret included. */
    private static final Pattern DATE = Pattern.compile("\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");

    private StatusWords() {}

    /** {@code 302 to login.example}. */
    static String of(IssuerHttp.Answer answer) {
        return answer.status() + more(answer);
    }

    /** What is to be said behind the status: {@code , and asks to wait 30 s}, or nothing. */
    static String more(IssuerHttp.Answer answer) {
        String host = answer.status() / 100 == 3 ? host(answer.location()) : null;
        if (host != null) {
            return " to " + host;
        }
        String wait = answer.retryAfter() == null ? "" : answer.retryAfter().strip();
        if (SECONDS.matcher(wait).matches()) {
            return ", and asks to wait " + wait + " s";
        }
        return DATE.matcher(wait).matches() ? ", and asks to wait until " + wait : "";
    }

    /** Whose move it is: a server that has no time or failed by itself has its own to make, else it was asked the wrong thing. */
    static Mover mover(int status) {
        return status == 429 || status >= 500 ? Mover.IDENTITY_PROVIDER : Mover.SUITE;
    }

    /** The same where no answer came. */
    static Mover mover(IOException none) {
        return none instanceof IssuerHttp.Unanswered known ? known.mover() : Mover.IDENTITY_PROVIDER;
    }

    /** What to do where a server has no time. */
    static String nextStep(int status) {
        return status == 429 ? "let fewer runs ask it at a time" : "look into the server's log";
    }

    /** No more than the host: the rest may hold a secret. */
    private static @Nullable String host(@Nullable String location) {
        try {
            return location == null ? null : new URI(location).getHost();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
