package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.JwtChange;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import java.util.List;
import java.util.function.UnaryOperator;

/** The token does not say, or says in an unusual way, that it is for this API. */
final class AudienceClaim {

    private static final String OTHER_API = "https://another-api.invalid";

    static final List<CredentialCondition> VARIANTS = List.of(
            absent("aud-missing", "a token without aud", ChangedClaim.without("aud")),
            wrong("aud-empty-array", "a token whose aud is an empty list", ChangedClaim.to("aud", List.of())),
            wrong(
                    "aud-array-other",
                    "a token whose aud is a list of other APIs",
                    ChangedClaim.to("aud", List.of(OTHER_API, "https://third-api.invalid"))),
            wrong("aud-number", "a token whose aud is a number", ChangedClaim.to("aud", 42)),
            absent("aud-null", "a token whose aud is null", ChangedClaim.to("aud", null)),
            Variant.of(
                    ConditionInfo.of(JWT, "aud-array-including", "a good token whose aud lists this API among others")
                            .accepted()
                            .changes("claim aud")
                            .because(
                                    "A token may be for several APIs, and each of them has to find itself in the list.",
                                    advice(rfc(7519, "4.1.3"))),
                    (good, forge) -> good.withClaim("aud", List.of(OTHER_API, audience(good)))),
            spelled("aud-suffixed", "with something behind it", audience -> audience + ".invalid"),
            spelled("aud-trailing-slash", "with a slash more or less at its end", Spelling::otherSlash),
            spelled("aud-upper-case", "in upper case", Spelling::upperCase));

    private AudienceClaim() {}

    /** Many parsers read null as if the claim were not there. */
    private static CredentialCondition absent(String name, String meaning, JwtChange change) {
        return Variant.of(
                ConditionInfo.of(JWT, name, meaning)
                        .acceptedOrRefused(401)
                        .changes("claim aud")
                        .because(
                                "Where the issuer serves several APIs, any of them that is given a token can use it at this one.",
                                securityAdvice(rfc(9068, "2.2"))),
                change);
    }

    private static CredentialCondition wrong(String name, String meaning, JwtChange change) {
        return Variant.of(
                ConditionInfo.of(JWT, name, meaning)
                        .changes("claim aud")
                        .because(
                                "Otherwise any API that is given a token can use it at this one.",
                                must(rfc(8725, "3.9"))),
                change);
    }

    private static CredentialCondition spelled(String name, String how, UnaryOperator<String> spelling) {
        return Variant.of(
                ConditionInfo.of(JWT, name, "a token whose aud is this API's " + how)
                        .changes("claim aud")
                        .because(
                                "Audiences are compared character by character, or one API can pass for another.",
                                must(rfc(8725, "3.9"))),
                (good, forge) -> good.withClaim("aud", ChangedClaim.respelled(audience(good), spelling)));
    }

    /** The first, where the good token is for several. */
    private static String audience(JwtDraft good) throws NotObtainable {
        return good.claim("aud") instanceof List<?> several && !several.isEmpty()
                ? String.valueOf(several.get(0))
                : good.claimText("aud");
    }
}
