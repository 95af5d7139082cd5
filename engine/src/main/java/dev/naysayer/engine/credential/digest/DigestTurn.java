package dev.naysayer.engine.credential.digest;

import java.util.List;

/**
 * What one answer is about: known only when it is about to be sent.
 *
 * @param offered the Digest challenges in the order they were sent, of algorithms that the client knows; at least one
 * @param count how often the nonce has been used, this time too
 * @param cnonce the client's own nonce
 */
public record DigestTurn(List<DigestChallenge> offered, long count, String cnonce) {

    public DigestTurn {
        offered = List.copyOf(offered);
    }

    /** The one that is answered: the API names first what it likes best (RFC 7616 section 3.7). */
    DigestChallenge challenge() {
        return offered.get(0);
    }

    /** The count as it is written. */
    String nc() {
        return String.format("%08x", count);
    }
}
