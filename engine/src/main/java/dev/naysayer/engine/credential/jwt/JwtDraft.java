package dev.naysayer.engine.credential.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.engine.credential.NotObtainable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JWT before it is signed (RFC 7519).
 *
 * @param header the JOSE header's members
 * @param claims the claims
 * @param headerSegment the first segment where it is not simply the header, or null
 * @param payloadSegment the second segment where it is not simply the claims, or null
 * @param signing where the third segment comes from
 */
public record JwtDraft(
        Map<String, Object> header,
        Map<String, Object> claims,
        @Nullable Base64URL headerSegment,
        @Nullable Base64URL payloadSegment,
        Signing signing) {

    /** A good one. */
    public static JwtDraft good(Map<String, Object> header, Map<String, Object> claims) {
        return new JwtDraft(header, claims, null, null, Signing.TRUSTED);
    }

    public JwtDraft withHeader(String name, @Nullable Object value) {
        return new JwtDraft(with(header, name, value), claims, headerSegment, payloadSegment, signing);
    }

    public JwtDraft withoutHeader(String name) {
        return new JwtDraft(without(header, name), claims, headerSegment, payloadSegment, signing);
    }

    public JwtDraft withClaim(String name, @Nullable Object value) {
        return new JwtDraft(header, with(claims, name, value), headerSegment, payloadSegment, signing);
    }

    public JwtDraft withoutClaim(String name) {
        return new JwtDraft(header, without(claims, name), headerSegment, payloadSegment, signing);
    }

    /** With a header that no map can hold: a name twice, broken JSON. */
    public JwtDraft withHeaderBytes(byte[] bytes) {
        return new JwtDraft(header, claims, Base64URL.encode(bytes), payloadSegment, signing);
    }

    /** With a payload that no map can hold: a name twice, broken JSON, no text at all. */
    public JwtDraft withPayloadBytes(byte[] bytes) {
        return new JwtDraft(header, claims, headerSegment, Base64URL.encode(bytes), signing);
    }

    public JwtDraft signedBy(Signing other) {
        return new JwtDraft(header, claims, headerSegment, payloadSegment, other);
    }

    /** What the header says that it is signed by. */
    public JWSAlgorithm algorithm() throws NotObtainable {
        return JWSAlgorithm.parse(text("header", "alg", header));
    }

    /** A header member that the good token has. */
    public Object headerMember(String name) throws NotObtainable {
        return present("header", name, header);
    }

    /** A claim that the good token has. */
    public Object claim(String name) throws NotObtainable {
        return present("claim", name, claims);
    }

    /** A claim that the good token has, and that is a text. */
    public String claimText(String name) throws NotObtainable {
        return text("claim", name, claims);
    }

    /** The claims as JSON text. */
    public String claimsText() {
        return JSONObjectUtils.toJSONString(claims);
    }

    /** The header as JSON text. */
    public String headerText() {
        return JSONObjectUtils.toJSONString(header);
    }

    /** The first two segments, which are what is signed (RFC 7515 section 5.1). */
    String signingInput() {
        return segment(headerSegment, headerText()) + "." + segment(payloadSegment, claimsText());
    }

    private static Base64URL segment(@Nullable Base64URL given, String json) {
        return given == null ? Base64URL.encode(json.getBytes(StandardCharsets.UTF_8)) : given;
    }

    private static Object present(String kind, String name, Map<String, Object> members) throws NotObtainable {
        Object value = members.get(name);
        if (value == null) {
            throw new NotObtainable(
                    "the good token has no %s '%s'".formatted(kind, name),
                    "a source whose tokens have one, or leave this scenario out");
        }
        return value;
    }

    private static String text(String kind, String name, Map<String, Object> members) throws NotObtainable {
        if (present(kind, name, members) instanceof String text) {
            return text;
        }
        throw new NotObtainable(
                "the %s '%s' of the good token is no text".formatted(kind, name),
                "a source whose tokens have one, or leave this scenario out");
    }

    private static Map<String, Object> with(Map<String, Object> members, String name, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> members, String name) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return changed;
    }
}
