package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import dev.naysayer.engine.standard.Clause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The header or the payload cannot be read. */
final class BrokenSegment {

    private static final String WHY = "What cannot be read is refused like any bad token, and not with a crash.";

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofText(
                    ConditionInfo.of(
                                    JWT,
                                    "payload-not-base64url",
                                    "a token whose payload has a character outside base64url")
                            .needs(Need.JWT)
                            // The character is outside b64token too (RFC 6750 section 2.1), which makes the request
                            // invalid.
                            .refused(401, 400)
                            .errors("invalid_token", "invalid_request")
                            .changes("form", "signature")
                            .because(WHY, must(rfc(7519, "7.2"))),
                    BrokenSegment::withIllegalCharacter),
            Variant.ofText(
                    unreadable("header-not-json", "a token whose header is no JSON")
                            .needs(Need.JWT)
                            .refused(401, 400)
                            .changes("header", "signature")
                            .because(WHY, must(rfc(7519, "7.2"))),
                    BrokenSegment::withoutHeader),
            payload(
                    unreadable("payload-not-json", "a token whose payload is no JSON")
                            .refused(401, 400),
                    must(rfc(7519, "7.2")),
                    good -> utf8("no JSON")),
            payload(
                    unreadable("payload-array", "a token whose payload is a JSON array around the claims")
                            .refused(401, 400),
                    must(rfc(7519, "7.2")),
                    good -> utf8("[" + good.claimsText() + "]")),
            payload(
                    unreadable("payload-not-utf8", "a token whose payload has a byte that is not UTF-8")
                            .acceptedOrRefused(401, 400),
                    securityAdvice(rfc(8725, "3.7")),
                    good -> good.withClaim("naysayer", "ÿ").claimsText().getBytes(StandardCharsets.ISO_8859_1)));

    private BrokenSegment() {}

    /** Who cannot read it may call the token or the request invalid. */
    private static ConditionInfo.Builder unreadable(String name, String meaning) {
        return ConditionInfo.of(JWT, name, meaning).errors("invalid_token", "invalid_request");
    }

    private static CredentialCondition payload(
            ConditionInfo.Builder words, Clause clause, Function<JwtDraft, byte[]> bytes) {
        return Variant.of(
                words.changes("payload").because(WHY, clause),
                (good, forge) -> good.withPayloadBytes(bytes.apply(good)));
    }

    private static String withIllegalCharacter(String jwt) throws NotObtainable, SourceFailed {
        JwtForge.read(jwt);
        int payloadAt = jwt.indexOf('.') + 1;
        return jwt.substring(0, payloadAt + 4) + "!" + jwt.substring(payloadAt + 4);
    }

    private static String withoutHeader(String jwt) throws NotObtainable, SourceFailed {
        JwtForge.read(jwt);
        return Base64URL.encode(utf8("no JSON")) + jwt.substring(jwt.indexOf('.'));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
