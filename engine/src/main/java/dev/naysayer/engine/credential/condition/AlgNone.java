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
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.util.List;
import java.util.stream.Stream;

/** The header says that the token is not signed. */
final class AlgNone {

    static final List<CredentialCondition> VARIANTS = Stream.of(
                    new Written("alg-none", "none"),
                    new Written("alg-none-title-case", "None"),
                    new Written("alg-none-upper-case", "NONE"),
                    new Written("alg-none-mixed-case", "nOnE"))
            .flatMap(spelling -> Stream.of(spelling.unsigned(), spelling.junkSignature(), spelling.twoParts()))
            .toList();

    private AlgNone() {}

    /** A way to write it; a check that looks for one of them lets the others through. */
    private record Written(String name, String value) {

        CredentialCondition unsigned() {
            ConditionInfo.Builder words = words("", "and without a signature").changes("header alg", "signature");
            return Variant.ofText(because(value.equals("none") ? words.core() : words), jwt -> unsecured(jwt) + ".");
        }

        CredentialCondition junkSignature() {
            return Variant.ofText(
                    because(words("-junk-signature", "and with a made-up signature")
                            .changes("header alg", "signature")),
                    jwt -> unsecured(jwt) + "." + Base64URL.encode("no signature"));
        }

        CredentialCondition twoParts() {
            return Variant.ofText(
                    because(words("-two-parts", "and without the dot before the signature")
                            .refused(401, 400)
                            .errors("invalid_token", "invalid_request")
                            .changes("header alg", "form")),
                    this::unsecured);
        }

        private ConditionInfo.Builder words(String suffix, String rest) {
            return ConditionInfo.of(JWT, name + suffix, "a token with alg \"%s\" %s".formatted(value, rest))
                    .needs(Need.JWT);
        }

        private static ConditionInfo because(ConditionInfo.Builder words) {
            return words.because(
                    "An API that lets the token say it needs no signature takes tokens from anybody.",
                    must(rfc(7518, "3.6")));
        }

        private String unsecured(String jwt) throws NotObtainable, SourceFailed {
            String header = JwtForge.read(jwt).withHeader("alg", value).headerText();
            return Base64URL.encode(header) + jwt.substring(jwt.indexOf('.'), jwt.lastIndexOf('.'));
        }
    }
}
