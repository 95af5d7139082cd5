package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.internetDraft;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.engine.credential.Carriage;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.standard.SpecReference;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The token costs whoever reads it much time or memory. */
final class HeavyToken {

    private static final int DEPTH = 10_000;
    private static final int SIZE = 500_000;

    /** Packed and in base64 it still fits the 8 kB that servers take in a header; 10 MB would be refused unread. */
    private static final int INFLATED = 5_000_000;

    /** Nothing fits together here, so that making it costs us nothing. */
    private static final String[] PBES2 = {
        Base64URL.encode(
                        "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2c\":100000000,\"p2s\":\"bmF5c2F5ZXI\"}")
                .toString(),
        "bmF5c2F5ZXItbmF5c2F5ZXItbmF5c2F5",
        "bmF5c2F5ZXItbmF5",
        "bmF5c2F5ZXI",
        "bmF5c2F5ZXItbmF5c2F5ZQ"
    };

    /** Byte for byte: a server may answer before it has read all, and a client that still writes would miss it. */
    private static final Carriage WHOLE = good -> good.declared().sentVerbatim();

    private static final SpecReference HEAVY =
            internetDraft("RFC 8725bis draft", "draft-ietf-oauth-rfc8725bis", "3.13");

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                            large("deep-json", "a token with a claim of 10 000 nested lists")
                                    .acceptedOrRefused(401, 400, 413, 431)
                                    .changes("payload")
                                    .because(
                                            "A parser that calls itself for each level runs out of stack.",
                                            securityAdvice(HEAVY)),
                            (good, forge) -> good.withPayloadBytes(nested(good.claimsText())))
                    .carried(WHOLE),
            Variant.of(
                            large("huge-claims", "a token with a claim of 500 kB")
                                    .acceptedOrRefused(401, 400, 413, 431)
                                    .changes("claim naysayer")
                                    .because(
                                            "A server that reads whatever it is sent can be filled up by anybody.",
                                            securityAdvice(HEAVY)),
                            (good, forge) -> good.withClaim("naysayer", "x".repeat(SIZE)))
                    .carried(WHOLE),
            Variant.of(
                    large("jwe-zip-bomb", "a token that is encrypted for the API's key and inflates to 5 MB")
                            .refused(401, 400, 413, 431)
                            .changes("form")
                            .because(
                                    "A small token must not fill the memory of whoever unpacks it before looking.",
                                    must(rfc(8725, "3.3"))),
                    (good, forge) -> Encrypted.inflating(good.withClaim("naysayer", "x".repeat(INFLATED)), forge)),
            Variant.of(
                    ConditionInfo.of(
                                    JWT,
                                    "pbes2-iterations",
                                    "an encrypted token that asks for 100 000 000 rounds of hashing")
                            .optIn()
                            .needs(Need.JWT)
                            .refused(401, 400)
                            .errors("invalid_token", "invalid_request")
                            .changes("form")
                            .because(
                                    "One request could keep a processor busy for minutes before anything is checked.",
                                    must(rfc(8725, "3.3"))),
                    (good, forge) -> Encrypted.inThree(good, PBES2)));

    private HeavyToken() {}

    private static ConditionInfo.Builder large(String name, String meaning) {
        return ConditionInfo.of(JWT, name, meaning).optIn().brokenMessage();
    }

    private static byte[] nested(String claims) {
        String deep = ",\"naysayer\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}";
        return (claims.substring(0, claims.length() - 1) + deep).getBytes(StandardCharsets.UTF_8);
    }
}
