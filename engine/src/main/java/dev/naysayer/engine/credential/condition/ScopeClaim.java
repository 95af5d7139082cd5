package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.jwt.JwtChange;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scope is missing, is not quite the right one, or has more in it than is needed. */
final class ScopeClaim {

    private static final String OTHER = "naysayer:nothing";

    static final List<CredentialCondition> VARIANTS = List.of(
            nothing("scope-missing", "a token without scope", ChangedClaim.without("scope")),
            nothing("scope-empty", "a token whose scope is empty", ChangedClaim.to("scope", "")),
            similar(
                    "scope-substring",
                    "a token whose scopes are longer words that begin with the right ones",
                    ChangedClaim.spelled("scope", scope -> scope.replace(" ", "only ") + "only")),
            similar(
                    "scope-upper-case",
                    "a token whose scope is in upper case",
                    ChangedClaim.spelled("scope", Spelling::upperCase)),
            similar(
                    "scope-comma",
                    "a token whose scopes are parted by commas instead of blanks",
                    ChangedClaim.spelled("scope", scope -> scope.replace(' ', ',') + "," + OTHER)),
            sufficient(
                    "scope-superset",
                    "a good token that has a scope more than is needed",
                    1,
                    ChangedClaim.spelled("scope", scope -> scope + " " + OTHER)),
            sufficient(
                    "scope-other-order",
                    "a good token whose scopes stand in another order",
                    2,
                    ChangedClaim.spelled("scope", ScopeClaim::reversed)));

    private ScopeClaim() {}

    private static CredentialCondition nothing(String name, String meaning, JwtChange change) {
        return insufficient(name, meaning, "A token that grants nothing must not open anything.", change);
    }

    private static CredentialCondition similar(String name, String meaning, JwtChange change) {
        return insufficient(
                name,
                meaning,
                "Scopes are whole words, compared exactly, or a token can do more than its user allowed.",
                change);
    }

    private static CredentialCondition insufficient(String name, String meaning, String why, JwtChange change) {
        ConditionInfo info = ConditionInfo.of(JWT, name, meaning)
                .refused(403)
                .errors("insufficient_scope")
                .changes("claim scope")
                .because(why, must(rfc(6749, "7")));
        return Variant.of(info, change).except(operation -> fewerScopesThan(1, operation));
    }

    private static CredentialCondition sufficient(String name, String meaning, int atLeast, JwtChange change) {
        ConditionInfo info = ConditionInfo.of(JWT, name, meaning)
                .accepted()
                .changes("claim scope")
                .because(
                        "A client that asked for several scopes must not be sent away for the order or for the rest.",
                        advice(rfc(6749, "3.3")));
        return Variant.of(info, change).except(operation -> fewerScopesThan(atLeast, operation));
    }

    private static @Nullable String fewerScopesThan(int atLeast, Operation operation) {
        if (operation.scopes().isEmpty()) {
            return "the suite names no scope that the operation needs";
        }
        return operation.scopes().size() < atLeast ? "the operation needs one scope only" : null;
    }

    private static String reversed(String scope) {
        List<String> scopes = Arrays.asList(scope.split(" ", -1));
        Collections.reverse(scopes);
        return String.join(" ", scopes);
    }
}
