package dev.naysayer.engine.credential.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes JWTs, right ones and wrong ones.
 *
 * @param now what the tokens are measured against, to the second
 * @param leeway how far the API's clock may be off
 * @param key the key that the API trusts, or null where nobody has it
 * @param published the public half of that key, where nobody has the whole
 */
public record JwtForge(
        Instant now, Duration leeway, @Nullable TrustedKey key, PublishedKey published) {

    private static final String ADD_A_KEY = "'mint' with a key that the API trusts";

    /** With a key, or without one and without anybody who has published it. */
    public JwtForge(Instant now, Duration leeway, @Nullable TrustedKey key) {
        this(now, leeway, key, PublishedKey.UNKNOWN);
    }

    /** How long ago a time has to be, or how far ahead, so that no verdict depends on a boundary. */
    public Duration beyondLeeway() {
        return leeway.plusSeconds(60);
    }

    /** The key that the API trusts. */
    public TrustedKey trustedKey() throws NotObtainable {
        if (key == null) {
            throw new NotObtainable("only the key that the API trusts can sign it", ADD_A_KEY);
        }
        return key;
    }

    /** What everybody may know of the key that the API trusts. */
    public PublicKey publicKey(JwtDraft good) throws NotObtainable {
        if (key == null) {
            return published.of(good);
        }
        PublicKey half = key.publicKey();
        if (half == null) {
            throw new NotObtainable(
                    "the public half of the key that the API trusts is not known",
                    "'mint' with an RSA key, or leave this scenario out");
        }
        return half;
    }

    /** The changed token, signed as its draft says. */
    public Secret forge(JwtDraft good, JwtChange change) throws NotObtainable {
        return sign(change.apply(good, this));
    }

    /** The token in its compact form (RFC 7515 section 3.1). */
    public Secret sign(JwtDraft draft) throws NotObtainable {
        String input = draft.signingInput();
        byte[] signature = signature(draft.signing(), input.getBytes(StandardCharsets.US_ASCII));
        return new Secret(input + "." + Base64URL.encode(signature));
    }

    private byte[] signature(Signing signing, byte[] input) throws NotObtainable {
        if (signing instanceof Signing.Trusted trusted) {
            TrustedKey signer = trustedKey();
            return signer.sign(trusted.algorithm() == null ? signer.algorithm() : trusted.algorithm(), input);
        }
        try {
            return ((Signing.Forged) signing).sign(input);
        } catch (JOSEException e) {
            throw new NotObtainable("this JDK cannot make such a signature", "a JDK that can");
        }
    }

    /**
     * What a good token says, read back from its text.
     *
     * @throws SourceFailed if it is no JWT: then the suite asks for what its source cannot be
     */
    public static JwtDraft read(String jwt) throws SourceFailed {
        String[] segments = jwt.split("\\.", -1);
        try {
            if (segments.length == 3) {
                return JwtDraft.good(members(segments[0]), members(segments[1]));
            }
        } catch (ParseException e) {
            // No JSON in it: told below, without the text, which is a secret.
        }
        throw new SourceFailed(
                "the good token is no JWT, and this scenario needs one: leave it out, or name a source that gives JWTs");
    }

    private static Map<String, Object> members(String segment) throws ParseException {
        return new LinkedHashMap<>(JSONObjectUtils.parse(new Base64URL(segment).decodeToString()));
    }
}
