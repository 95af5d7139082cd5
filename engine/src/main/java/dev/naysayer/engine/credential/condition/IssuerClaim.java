package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.standard.Clause;
import java.util.List;
import java.util.function.UnaryOperator;

/** The token says that somebody else issued it. */
final class IssuerClaim {

    private static final String FACT = "claim iss";
    private static final Clause CLAUSE = must(rfc(8725, "3.8"));

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                    ConditionInfo.of(JWT, "iss-missing", "a token without iss")
                            .core()
                            .acceptedOrRefused(401)
                            .changes(FACT)
                            .because(
                                    "What nobody claims to have issued nobody answers for.",
                                    securityAdvice(rfc(9068, "2.2"))),
                    ChangedClaim.without("iss")),
            Variant.of(
                    ConditionInfo.of(JWT, "iss-wrong", "a token whose iss is another issuer")
                            .changes(FACT)
                            .because("An issuer speaks for its own users only, whatever key it has.", CLAUSE),
                    ChangedClaim.to("iss", "https://another-issuer.invalid")),
            spelled("iss-trailing-slash", "with a slash more or less at its end", Spelling::otherSlash),
            spelled("iss-upper-case", "in upper case", Spelling::upperCase),
            spelled("iss-other-protocol", "with http for https, or https for http", Spelling::otherProtocol));

    private IssuerClaim() {}

    private static CredentialCondition spelled(String name, String how, UnaryOperator<String> spelling) {
        return Variant.of(
                ConditionInfo.of(JWT, name, "a token whose iss is the issuer " + how)
                        .changes(FACT)
                        .because("Issuers are compared character by character, or one can pass for another.", CLAUSE),
                ChangedClaim.spelled("iss", spelling));
    }
}
