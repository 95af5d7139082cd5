package dev.naysayer.engine.credential.digest;

import dev.naysayer.dsl.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a Digest challenge, before it is written down (RFC 7616 section 3.4).
 *
 * @param challenge what is answered
 * @param user the user name
 * @param password the password
 * @param method the request's
 * @param uri the request target
 * @param body the content, empty where there is none
 * @param nc how often the nonce was used, {@code 00000001} for the first time
 * @param cnonce the client's own nonce
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two answers
public record DigestAnswer(
        DigestChallenge challenge,
        String user,
        Secret password,
        String method,
        String uri,
        byte[] body,
        String nc,
        String cnonce) {

    private static final String AUTH = "auth";

    private static final String AUTH_INT = "auth-int";

    /** The answer to another challenge. */
    public DigestAnswer to(DigestChallenge other) {
        return new DigestAnswer(other, user, password, method, uri, body, nc, cnonce);
    }

    /** The answer of another request. */
    public DigestAnswer of(String otherMethod, String otherUri) {
        return new DigestAnswer(challenge, user, password, otherMethod, otherUri, body, nc, cnonce);
    }

    /** The answer of a request with another content. */
    public DigestAnswer of(byte[] otherBody) {
        return new DigestAnswer(challenge, user, password, method, uri, otherBody, nc, cnonce);
    }

    /** The answer with another count. */
    public DigestAnswer counted(String otherNc) {
        return new DigestAnswer(challenge, user, password, method, uri, body, otherNc, cnonce);
    }

    /** The quality of protection that is chosen: without the body where that is offered; null where none is offered. */
    public @Nullable String qop() {
        return challenge.qop().stream()
                .filter(AUTH::equals)
                .findFirst()
                .orElse(challenge.qop().contains(AUTH_INT) ? AUTH_INT : null);
    }

    /** What shows that the password is known (RFC 7616 section 3.4.1; without qop that of RFC 2069). */
    public Secret response() {
        DigestHash hash = DigestHash.of(challenge.algorithm())
                .orElseThrow(() -> new IllegalStateException("unknown algorithm " + challenge.algorithm()));
        String known = hash.of(joined(user, challenge.realm(), password.reveal()));
        if (hash.session()) {
            known = hash.ofText(String.join(":", known, challenge.nonce(), cnonce));
        }
        String qop = qop();
        String request = method + ":" + uri;
        String asked = hash.ofText(AUTH_INT.equals(qop) ? request + ":" + hash.of(body) : request);
        return new Secret(hash.ofText(
                qop == null
                        ? String.join(":", known, challenge.nonce(), asked)
                        : String.join(":", known, challenge.nonce(), nc, cnonce, qop, asked)));
    }

    /** The parameters as they are sent, in the order of the RFC's examples. */
    public List<DigestParam> params() {
        List<DigestParam> params = new ArrayList<>();
        params.add(username());
        params.add(DigestParam.quoted("realm", challenge.realm()));
        params.add(DigestParam.quoted("uri", uri));
        if (challenge.algorithm() != null) {
            params.add(DigestParam.token("algorithm", challenge.algorithm()));
        }
        params.add(DigestParam.quoted("nonce", challenge.nonce()));
        String qop = qop();
        if (qop != null) {
            params.add(DigestParam.token("nc", nc));
            params.add(DigestParam.token("qop", qop));
        }
        // Also without qop the hash of a session has it in it.
        if (qop != null
                || DigestHash.of(challenge.algorithm())
                        .filter(DigestHash::session)
                        .isPresent()) {
            params.add(DigestParam.quoted("cnonce", cnonce));
        }
        params.add(DigestParam.quoted("response", response().reveal()));
        if (challenge.opaque() != null) {
            params.add(DigestParam.quoted("opaque", challenge.opaque()));
        }
        if (challenge.userhash()) {
            params.add(DigestParam.token("userhash", "true"));
        }
        return params;
    }

    /** Hashed where that is asked for (section 3.4.4), extended where it is beyond ASCII (RFC 8187), else as it is. */
    private DigestParam username() {
        if (challenge.userhash()) {
            DigestHash hash = DigestHash.of(challenge.algorithm()).orElseThrow();
            return DigestParam.quoted("username", hash.of(joined(user, challenge.realm())));
        }
        return user.chars().allMatch(c -> c >= ' ' && c < 0x7F)
                ? DigestParam.quoted("username", user)
                : DigestParam.extended("username", user);
    }

    private byte[] joined(String... parts) {
        boolean utf8 = Objects.requireNonNullElse(challenge.charset(), "UTF-8").equalsIgnoreCase("UTF-8");
        return String.join(":", parts).getBytes(utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
}
