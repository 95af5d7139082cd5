package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;
import java.util.function.UnaryOperator;

/** The token says that somebody else issued it. */
final class IssuerClaim {

    private static final String FACT = "claim iss";
    private static final String SOURCE = "RFC 9068 section 4";

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                    ConditionInfo.of(JWT, "iss-missing", "a token without iss")
                            .core()
                            .changes(FACT)
                            .because("What nobody claims to have issued nobody answers for.", SOURCE),
                    ChangedClaim.without("iss")),
            Variant.of(
                    ConditionInfo.of(JWT, "iss-wrong", "a token whose iss is another issuer")
                            .changes(FACT)
                            .because("An issuer speaks for its own users only, whatever key it has.", SOURCE),
                    ChangedClaim.to("iss", "https://another-issuer.invalid")),
            spelled("iss-trailing-slash", "with a slash more or less at its end", Spelling::otherSlash),
            spelled("iss-upper-case", "in upper case", Spelling::upperCase),
            spelled("iss-other-protocol", "with http for https, or https for http", Spelling::otherProtocol));

    private IssuerClaim() {}

    private static CredentialCondition spelled(String name, String how, UnaryOperator<String> spelling) {
        return Variant.of(
                ConditionInfo.of(JWT, name, "a token whose iss is the issuer " + how)
                        .changes(FACT)
                        .because("Issuers are compared character by character, or one can pass for another.", SOURCE),
                ChangedClaim.spelled("iss", spelling));
    }
}
