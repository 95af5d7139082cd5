package dev.naysayer.engine.evidence;

import dev.naysayer.engine.credential.digest.DigestChallenge;
import dev.naysayer.engine.exchange.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Digest challenges as a client reads them, leniently: what is wrong with them is for rules to tell. */
public final class DigestOffer {

    private DigestOffer() {}

    /** Those that can be answered, in the order they were sent. */
    public static List<DigestChallenge> of(Response response) {
        return digests(response.headers("WWW-Authenticate")).stream()
                .filter(challenge -> challenge.param("nonce") != null)
                .map(DigestOffer::read)
                .filter(DigestChallenge::isAnswerable)
                .toList();
    }

    /** The nonce that a response wants used from now on (RFC 7616 section 3.5), or null. */
    public static @Nullable String nextNonce(Response response) {
        // A list of the same parameters, without a scheme before it.
        return digests(response.headers("Authentication-Info").stream()
                        .map(line -> "Digest " + line)
                        .toList())
                .stream()
                .map(info -> info.param("nextnonce"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Challenge> digests(List<String> lines) {
        return ChallengeParser.parse(lines) instanceof ChallengeField.Parsed parsed
                ? parsed.challenges().stream()
                        .filter(challenge -> challenge.hasScheme("Digest"))
                        .toList()
                : List.of();
    }

    private static DigestChallenge read(Challenge challenge) {
        String qop = Objects.requireNonNullElse(challenge.param("qop"), "");
        return new DigestChallenge(
                Objects.requireNonNullElse(challenge.param("realm"), ""),
                Objects.requireNonNull(challenge.param("nonce")),
                challenge.param("opaque"),
                challenge.param("algorithm"),
                Arrays.stream(qop.split(",", -1))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList(),
                challenge.param("charset"),
                "true".equalsIgnoreCase(challenge.param("userhash")),
                "true".equalsIgnoreCase(challenge.param("stale")));
    }
}
