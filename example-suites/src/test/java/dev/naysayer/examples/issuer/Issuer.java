package dev.naysayer.examples.issuer;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A token issuer on a free loopback port: publishes its metadata and keys, and signs what it is asked to. */
public final class Issuer implements AutoCloseable {

    private final RSAKey key;
    private final JWKSet published;
    private final WireMockServer server;

    private Issuer(RSAKey key, List<JWK> others, WireMockServer server) {
        this.key = key;
        List<JWK> all = new ArrayList<>(others);
        all.add(0, key);
        this.published = new JWKSet(all);
        this.server = server;
    }

    /** Makes a key pair and starts to publish its public half, and that of each other key. */
    public static Issuer start(JWK... others) {
        WireMockServer server =
                new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        Issuer issuer = new Issuer(newKey(), List.of(others), server);
        server.start();
        issuer.publish();
        return issuer;
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make RSA keys", e);
        }
    }

    private void publish() {
        String metadata = JSONObjectUtils.toJSONString(Map.of(
                "issuer", url(),
                "jwks_uri", url() + "/jwks",
                "authorization_endpoint", url() + "/authorize",
                "token_endpoint", url() + "/token",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256")));
        server.stubFor(get("/.well-known/openid-configuration").willReturn(okJson(metadata)));
        server.stubFor(get("/.well-known/oauth-authorization-server").willReturn(okJson(metadata)));
        server.stubFor(get("/jwks").willReturn(okJson(published.toString(true))));
    }

    /** The {@code iss} of its tokens, and where its metadata lives. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The private key as a JWK, for a suite that mints its own tokens; it was made for this run and dies with it. */
    public String privateKey() {
        return key.toJSONString();
    }

    /** A compact JWT with exactly these claims. */
    public String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the issuer's own key does not sign", e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop();
    }
}
