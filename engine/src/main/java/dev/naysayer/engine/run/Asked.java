package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.digest.DigestChallenge;
import dev.naysayer.engine.evidence.DigestOffer;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.outcome.Outcomes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of how to authenticate by Digest.
 *
 * @param exchange the answer, and the request that it is to
 * @param offered its Digest challenges, as far as the client can answer them; empty where there is none
 */
record Asked(Exchange exchange, List<DigestChallenge> offered) {

    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_WANTS = 407;

    static Asked of(Exchange exchange) {
        return new Asked(
                exchange,
                exchange instanceof Exchange.Answered answered ? DigestOffer.of(answered.response()) : List.of());
    }

    boolean isRefusal() {
        return status() == UNAUTHORIZED;
    }

    /** Whether it says that the nonce was the trouble (RFC 7616 section 3.3). */
    boolean isStale() {
        return offered.stream().anyMatch(DigestChallenge::stale);
    }

    /** The nonce that is to be used from now on (section 3.5), or null. */
    @Nullable
    String nextNonce() {
        return exchange instanceof Exchange.Answered answered ? DigestOffer.nextNonce(answered.response()) : null;
    }

    Asked withNonce(String nonce) {
        return new Asked(
                exchange, offered.stream().map(it -> it.withNonce(nonce)).toList());
    }

    /** What a reader of the next exchange has to know. */
    String words() {
        return isStale()
                ? "sent again, since a nonce that was used before was answered 401 with stale=true"
                : "answers the challenge that came before: %d, %s".formatted(status(), challenges());
    }

    /** Where nothing was asked for that could be answered. What a gateway or a proxy says means what it means elsewhere. */
    Exchange inVain() {
        return exchange instanceof Exchange.Answered && Outcomes.isOfTheApi(status()) && status() != PROXY_WANTS
                ? new Exchange.Unsendable(
                        exchange.request(),
                        "a request without a credential got no Digest challenge that could be answered: %d, %s; see whether the API takes Digest here"
                                .formatted(status(), challenges()))
                : exchange;
    }

    Exchange notApplicable(String reason) {
        return new Exchange.NotApplicable(exchange.request(), reason);
    }

    private int status() {
        return exchange instanceof Exchange.Answered answered
                ? answered.response().status()
                : 0;
    }

    private String challenges() {
        List<String> lines = exchange instanceof Exchange.Answered answered
                ? answered.response().headers("WWW-Authenticate")
                : List.of();
        return lines.isEmpty() ? "no WWW-Authenticate" : String.join(", ", lines);
    }
}
