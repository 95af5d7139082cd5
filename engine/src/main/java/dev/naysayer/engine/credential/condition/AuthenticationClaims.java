package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The token is good, but its user logged in too weakly, or too long ago, for what needs a fresh or a strong login. */
final class AuthenticationClaims {

    /** The first second of 2015: no login lasts that long. */
    private static final long LONG_AGO = 1_420_070_400;

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                    stepUp(
                            ConditionInfo.of(JWT, "acr-zero", "a token whose acr is 0: a login without assurance"),
                            "acr"),
                    ChangedClaim.to("acr", "0")),
            Variant.of(
                    stepUp(
                            ConditionInfo.of(JWT, "auth-time-old", "a token whose user logged in years ago"),
                            "auth_time"),
                    ChangedClaim.to("auth_time", LONG_AGO)));

    private AuthenticationClaims() {}

    private static ConditionInfo stepUp(ConditionInfo.Builder words, String claim) {
        return words.acceptedOrRefused(401)
                .errors("insufficient_user_authentication")
                .changes("claim " + claim)
                .because(
                        "An API that asks for a strong or fresh login says so by a code of its own, and others do not look.",
                        may(rfc(9470, "3")));
    }
}
