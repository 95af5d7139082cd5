package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.PublishedKey;
import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public keys of an issuer (RFC 7517 section 5), asked for once, when the first is needed. */
final class KeySet implements PublishedKey {

    private static final String ADD = "'jwks' with the URL from which the API has its keys";

    private final URI place;
    private final IssuerHttp http;
    private @Nullable List<JWK> known;
    private @Nullable NotObtainable failed;

    KeySet(URI place, IssuerHttp http) {
        this.place = place;
        this.http = http;
    }

    @Override
    public PublicKey of(JwtDraft good) throws NotObtainable {
        List<JWK> fitting = keys().stream().filter(key -> fits(key, good)).toList();
        if (fitting.size() != 1) {
            throw new NotObtainable(
                    "of the keys at %s %s is that of the good token"
                            .formatted(Endpoint.shown(place), fitting.isEmpty() ? "none" : "more than one"),
                    ADD);
        }
        try {
            return ((AsymmetricJWK) fitting.get(0)).toPublicKey();
        } catch (JOSEException e) {
            throw new NotObtainable(
                    "the key at %s is of a kind that nobody takes for a secret".formatted(Endpoint.shown(place)),
                    "a source whose issuer signs with an RSA or EC key, or leave this scenario out");
        }
    }

    /** How many there are: {@code 1 key}, {@code 2 keys}. */
    String count(String one, String several) throws NotObtainable {
        int size = keys().size();
        return "%d %s".formatted(size, size == 1 ? one : several);
    }

    /** Whether a public key is one of them; false for kinds of keys that the JDK has no form for. */
    boolean has(PublicKey key) throws NotObtainable {
        return keys().stream().anyMatch(it -> isOf(it, key));
    }

    private static boolean isOf(JWK published, PublicKey key) {
        try {
            return published instanceof AsymmetricJWK own
                    && Arrays.equals(own.toPublicKey().getEncoded(), key.getEncoded());
        } catch (JOSEException e) {
            return false;
        }
    }

    /** By its name, or where the token names none, by its kind (RFC 7515 section 4.1.4). */
    private static boolean fits(JWK key, JwtDraft good) {
        if (!(key instanceof AsymmetricJWK) || KeyUse.ENCRYPTION.equals(key.getKeyUse())) {
            return false;
        }
        Object name = good.header().get("kid");
        return name == null
                ? key.getKeyType()
                        .equals(KeyType.forAlgorithm(
                                JWSAlgorithm.parse(String.valueOf(good.header().get("alg")))))
                : name.equals(key.getKeyID());
    }

    private synchronized List<JWK> keys() throws NotObtainable {
        if (failed != null) {
            throw failed;
        }
        if (known == null) {
            try {
                known = fetched();
            } catch (NotObtainable e) {
                failed = e;
                throw e;
            }
        }
        return known;
    }

    private List<JWK> fetched() throws NotObtainable {
        try {
            IssuerHttp.Answer answer = http.get(place);
            if (answer.status() == 200) {
                return JWKSet.parse(answer.body()).getKeys();
            }
            throw new NotObtainable("%s answers %s".formatted(Endpoint.shown(place), StatusWords.of(answer)), ADD);
        } catch (ParseException e) {
            throw new NotObtainable("at %s is no set of keys".formatted(Endpoint.shown(place)), ADD);
        } catch (IOException e) {
            throw new NotObtainable(
                    "%s gives no answer (%s)".formatted(Endpoint.shown(place), String.valueOf(e.getMessage())), ADD);
        }
    }
}
