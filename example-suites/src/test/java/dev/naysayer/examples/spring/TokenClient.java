package dev.naysayer.examples.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.dsl.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Asks an authorization server for tokens by plain HTTP, in each way in which a client can show who it is. */
final class TokenClient {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final String issuer;

    TokenClient(String issuer) {
        this.issuer = issuer;
    }

    /** The server's answer to one form, {@code /oauth2/token}. */
    HttpResponse<String> send(String path, IssuedClient client, Secret secret, Map<String, String> parameters)
            throws IOException {
        Map<String, String> form = new HashMap<>(parameters);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded");
        ClientAuthenticationMethod authentication = client.authentication();
        if (authentication.equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)) {
            request.header("Authorization", basic(client, secret));
        } else if (authentication.equals(ClientAuthenticationMethod.CLIENT_SECRET_POST)) {
            form.put("client_id", client.id());
            form.put("client_secret", secret.reveal());
        } else {
            // Spring wants the id beside the assertion too, which RFC 7521 section 4.2 leaves to the client.
            form.put("client_id", client.id());
            form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            form.put("client_assertion", assertion(client, secret));
        }
        return sent(request.POST(BodyPublishers.ofString(encoded(form))).build());
    }

    /** Asks for a token with these wishes: a scope, an audience. */
    HttpResponse<String> ask(IssuedClient client, Secret secret, Map<String, String> wishes) throws IOException {
        Map<String, String> form = new HashMap<>(wishes);
        form.put("grant_type", "client_credentials");
        return send("/oauth2/token", client, secret, form);
    }

    /** The token of an answer that grants one. */
    static String token(HttpResponse<String> answer) throws ParseException {
        return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "access_token");
    }

    private HttpResponse<String> sent(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + request.uri(), e);
        }
    }

    private static String basic(IssuedClient client, Secret secret) {
        String pair = URLEncoder.encode(client.id(), UTF_8) + ":" + URLEncoder.encode(secret.reveal(), UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    /** RFC 7523 section 3: who asks, whom, until when, and only once. */
    private String assertion(IssuedClient client, Secret secret) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(client.id())
                .subject(client.id())
                .audience(issuer)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Clock.systemUTC().instant().plus(Duration.ofMinutes(1))))
                .build();
        try {
            RSAKey key = RSAKey.parse(secret.reveal());
            SignedJWT assertion = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            assertion.sign(new RSASSASigner(key));
            return assertion.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the client's own key does not sign", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
    }
}
