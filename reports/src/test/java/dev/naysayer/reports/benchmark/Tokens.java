package dev.naysayer.reports.benchmark;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens of those who write their tests by hand: each is signed once, as a class's set-up does it. */
final class Tokens {

    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "https://things.example";
    static final String SCOPE = "things:read";

    private final Map<Answer, String> signed = new EnumMap<>(Answer.class);

    private Tokens() {}

    /** A key that an API could trust, as JWK. */
    static String newKey() throws JOSEException {
        return new RSAKeyGenerator(2048).generate().toJSONString();
    }

    static Tokens signedBy(String jwk) throws JOSEException, ParseException {
        RSAKey key = RSAKey.parse(jwk);
        Tokens tokens = new Tokens();
        Duration hour = Duration.ofHours(1);
        tokens.sign(Answer.EXPIRED_TOKEN, key, AUDIENCE, SCOPE, hour.negated());
        tokens.sign(Answer.WRONG_AUDIENCE, key, "https://other.example", SCOPE, hour);
        tokens.sign(Answer.INSUFFICIENT_SCOPE, key, AUDIENCE, "nothing", hour);
        tokens.sign(Answer.CONTROL, key, AUDIENCE, SCOPE, hour);
        return tokens;
    }

    private void sign(Answer answer, RSAKey key, String audience, String scope, Duration left) throws JOSEException {
        Instant now = Instant.now();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject("by-hand")
                        .audience(audience)
                        .claim("scope", scope)
                        .issueTime(Date.from(now.minus(Duration.ofHours(2))))
                        .expirationTime(Date.from(now.plus(left)))
                        .build());
        jwt.sign(new RSASSASigner(key));
        signed.put(answer, jwt.serialize());
    }

    /** Null where nothing is presented. */
    @Nullable
    String of(Answer answer) {
        return signed.get(answer);
    }
}
