package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;
import java.util.function.UnaryOperator;

/** The token says that somebody else issued it. */
final class IssuerClaim {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(info(words("iss-missing", "a token without iss").core()), ChangedClaim.without("iss")),
            Variant.of(
                    info(words("iss-wrong", "a token whose iss is another issuer")),
                    ChangedClaim.to("iss", "https://another-issuer.invalid")),
            spelled("iss-trailing-slash", "with a slash more or less at its end", Spelling::otherSlash),
            spelled("iss-upper-case", "in upper case", Spelling::upperCase),
            spelled("iss-other-protocol", "with http for https, or https for http", Spelling::otherProtocol));

    private IssuerClaim() {}

    private static CredentialCondition spelled(String name, String how, UnaryOperator<String> spelling) {
        return Variant.of(
                info(words(name, "a token whose iss is the issuer " + how)), ChangedClaim.spelled("iss", spelling));
    }

    private static ConditionInfo.Builder words(String name, String meaning) {
        return ConditionInfo.of(JWT, name, meaning);
    }

    private static ConditionInfo info(ConditionInfo.Builder words) {
        return words.changes("claim iss")
                .because(
                        "Issuers are compared character by character, or one can pass for another.",
                        "RFC 9068 section 4");
    }
}
