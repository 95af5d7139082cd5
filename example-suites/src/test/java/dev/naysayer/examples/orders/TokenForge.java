package dev.naysayer.examples.orders;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs any bytes as a token, JSON or not; whatever is not said otherwise is as in a good token. */
final class TokenForge {

    private final JWSSigner signer;
    private final JWSAlgorithm algorithm;
    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    TokenForge(JWSSigner signer, JWSAlgorithm algorithm, String keyId, String issuer, long now) {
        this.signer = signer;
        this.algorithm = algorithm;
        header.put("alg", algorithm.getName());
        header.put("kid", keyId);
        claims.put("iss", issuer);
        claims.put("sub", "naysayer");
        claims.put("aud", OrdersApi.AUDIENCE);
        claims.put("scope", OrdersApi.READ);
        claims.put("iat", now);
        claims.put("exp", now + 300);
    }

    /** A token whose header has this member; its value is JSON text, or null to leave the member out. */
    String withHeader(String name, @Nullable String json) {
        return signed(changed(header, name, json), JSONObjectUtils.toJSONString(claims));
    }

    /** A token that claims this; the value is JSON text, or null to leave the claim out. */
    String withClaim(String name, @Nullable String json) {
        return signed(headerText(), changed(claims, name, json));
    }

    String good() {
        return signed(headerText(), claimsText());
    }

    String headerText() {
        return JSONObjectUtils.toJSONString(header);
    }

    String claimsText() {
        return JSONObjectUtils.toJSONString(claims);
    }

    /** These characters, taken as bytes, with a good signature. */
    String signed(String headerBytes, String payloadBytes) {
        return signedSegments(segment(headerBytes) + "." + segment(payloadBytes));
    }

    /** A good signature over anything. */
    String signedSegments(String input) {
        try {
            return input + "." + signer.sign(new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
    }

    static String segment(String bytes) {
        return Base64URL.encode(bytes.getBytes(StandardCharsets.ISO_8859_1)).toString();
    }

    /** The value is put in as text: a number such as 1e308 has to stay as it is written. */
    private static String changed(Map<String, Object> members, String name, @Nullable String json) {
        Map<String, Object> others = new LinkedHashMap<>(members);
        others.remove(name);
        String rest = JSONObjectUtils.toJSONString(others);
        return json == null ? rest : rest.substring(0, rest.length() - 1) + ",\"" + name + "\":" + json + "}";
    }

    /** The header's or the claims' text with one more member at its end. */
    static String and(String object, String member) {
        return object.substring(0, object.length() - 1) + "," + member + "}";
    }
}
