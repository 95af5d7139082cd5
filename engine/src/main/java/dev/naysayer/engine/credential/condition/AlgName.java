package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;
import java.util.Locale;

/** The header does not say in the right words how the token is signed; the signature is good. */
final class AlgName {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(words("alg-missing", "a token whose header has no alg"), ChangedHeader.without("alg")),
            Variant.of(words("alg-unknown", "a token whose alg nobody knows"), ChangedHeader.to("alg", "XX999")),
            Variant.of(
                    words("alg-lower-case", "a token whose alg is in lower case"),
                    (good, forge) -> good.withHeader(
                            "alg",
                            ChangedClaim.respelled(good.algorithm().getName(), alg -> alg.toLowerCase(Locale.ROOT)))));

    private AlgName() {}

    private static ConditionInfo words(String name, String meaning) {
        return ConditionInfo.of(JWT, name, meaning)
                .changes("header alg")
                .because(
                        "An API that guesses the algorithm can be made to guess a weak one.", must(rfc(7515, "4.1.1")));
    }
}
