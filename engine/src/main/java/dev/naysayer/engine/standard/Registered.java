package dev.naysayer.engine.standard;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What IANA has registered, as the rules know it. */
public final class Registered {

    /** The OAuth Extensions Error registry, of the usage "resource access error response". */
    public static final List<String> ERRORS = List.of(
            "invalid_request",
            "invalid_token",
            "insufficient_scope",
            "insufficient_user_authentication",
            "invalid_dpop_proof",
            "use_dpop_nonce");

    /** The HTTP Status Code registry, without 306 and 418: they are reserved as unused. */
    public static final Set<Integer> STATUSES = IntStream.of(
                    100, 101, 102, 103, 104, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304,
                    305, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416,
                    417, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508,
                    510, 511)
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    /** The HTTP Authentication Scheme registry. */
    private static final List<String> SCHEMES = List.of(
            "Basic",
            "Bearer",
            "Concealed",
            "Digest",
            "DPoP",
            "GNAP",
            "HOBA",
            "Mutual",
            "Negotiate",
            "OAuth",
            "PrivateToken",
            "SCRAM-SHA-1",
            "SCRAM-SHA-256",
            "vapid");

    private Registered() {}

    /** Case does not matter (RFC 9110 section 11.1). */
    public static boolean isScheme(String name) {
        return SCHEMES.stream().anyMatch(name::equalsIgnoreCase);
    }
}
