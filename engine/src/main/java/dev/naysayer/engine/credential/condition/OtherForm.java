package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The same claims in a form that an access token does not have. */
final class OtherForm {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofText(
                    ConditionInfo.of(JWT, "jws-json", "a good token in the JSON form instead of three parts")
                            .needs(Need.JWT)
                            .refused(401, 400)
                            .errors("invalid_token", "invalid_request")
                            .changes("form")
                            .because(
                                    "Two programs that find the claims in two places see two different tokens.",
                                    must(rfc(7519, "7.2"))),
                    OtherForm::json),
            Variant.of(
                    ConditionInfo.of(JWT, "jwe", "the good claims, encrypted and signed by nobody")
                            .refused(401, 400)
                            .errors("invalid_token", "invalid_request")
                            .needs(Need.JWT)
                            .changes("form")
                            .because(
                                    "Anybody can encrypt for a public key, so that only a signature says who wrote it.",
                                    must(rfc(8725, "3.3"))),
                    Encrypted::claims),
            Variant.of(
                    ConditionInfo.of(JWT, "nested-unsigned", "a signed token around another one that is not signed")
                            .refused(401, 400)
                            .errors("invalid_token", "invalid_request")
                            .changes("header cty", "payload")
                            .because(
                                    "Who takes claims out of the inner token has to ask who signed that one.",
                                    must(rfc(8725, "3.3"))),
                    OtherForm::nested));

    private OtherForm() {}

    private static String json(String jwt) throws NotObtainable, SourceFailed {
        JwtForge.read(jwt);
        String[] segments = jwt.split("\\.", -1);
        return "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}"
                .formatted(segments[1], segments[0], segments[2]);
    }

    private static JwtDraft nested(JwtDraft good, JwtForge forge) {
        String inner = Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode(good.claimsText()) + ".";
        return good.withHeader("cty", "JWT").withPayloadBytes(inner.getBytes(StandardCharsets.US_ASCII));
    }
}
