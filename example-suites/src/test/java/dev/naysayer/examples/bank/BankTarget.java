package dev.naysayer.examples.bank;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.engine.run.ContractTarget;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the Bank API; gives its suites the key that it trusts, and tokens for whoever has no key. */
public final class BankTarget implements ContractTarget {

    private @Nullable BankApi api;

    @Override
    public Set<String> promisedVariables() {
        return Set.of("BANK_KEY", "PASSWORD_TOKEN", "SECOND_FACTOR_TOKEN");
    }

    @Override
    public Map<String, String> variables() {
        return Map.of(
                "BANK_KEY",
                BankApi.SIGNING_KEY.toJSONString(),
                "PASSWORD_TOKEN",
                token("silver"),
                "SECOND_FACTOR_TOKEN",
                token("gold"));
    }

    /** As the bank's authorization server would give it after such a login. */
    private static String token(String acr) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("https://login.bank.example")
                .audience("https://bank.example")
                .subject("anna")
                .claim("scope", "accounts:read transfers:write")
                .claim("acr", acr)
                .claim("auth_time", now.getEpochSecond())
                .expirationTime(Date.from(now.plusSeconds(600)))
                .build();
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
            token.sign(new ECDSASigner(BankApi.SIGNING_KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot sign by EC keys", e);
        }
    }

    @Override
    public void start() {
        api = BankApi.start();
    }

    @Override
    public String url() {
        return Objects.requireNonNull(api).url();
    }

    @Override
    public void stop() {
        if (api != null) {
            api.close();
        }
    }
}
