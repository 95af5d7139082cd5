package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The header says in one way or another what kind of token it is. */
final class TypeHeader {

    static final List<CredentialCondition> VARIANTS = List.of(
            spelled("typ-at-jwt", "at+jwt"),
            spelled("typ-application-at-jwt", "application/at+jwt"),
            spelled("typ-at-jwt-upper-case", "AT+JWT"),
            Variant.of(
                    unclear(ConditionInfo.of(JWT, "typ-missing", "a token without typ")), ChangedHeader.without("typ")),
            Variant.of(
                    unclear(ConditionInfo.of(JWT, "typ-jwt", "a token whose typ is JWT")),
                    ChangedHeader.to("typ", "JWT")),
            ofAnotherKind("typ-dpop", "a DPoP proof", "dpop+jwt"),
            ofAnotherKind("typ-logout", "a logout token", "logout+jwt"),
            ofAnotherKind("typ-secevent", "a security event", "secevent+jwt"),
            ofAnotherKind("typ-authz-request", "an authorization request", "oauth-authz-req+jwt"));

    private TypeHeader() {}

    private static CredentialCondition spelled(String name, String typ) {
        return Variant.of(
                ConditionInfo.of(JWT, name, "a good token whose typ is " + typ)
                        .acceptedOrRefused(401)
                        .changes("header typ")
                        .because(
                                "An API that follows RFC 9068 takes the type in any of these ways, and others need not know it.",
                                may(rfc(9068, "4"))),
                ChangedHeader.to("typ", typ));
    }

    private static ConditionInfo unclear(ConditionInfo.Builder words) {
        return words.acceptedOrRefused(401)
                .changes("header typ")
                .because(
                        "An API that follows RFC 9068 takes only at+jwt, and others take any type.",
                        may(rfc(9068, "4")));
    }

    private static CredentialCondition ofAnotherKind(String name, String kind, String typ) {
        return Variant.of(
                ConditionInfo.of(JWT, name, "a token whose typ is that of %s: %s".formatted(kind, typ))
                        .acceptedOrRefused(401)
                        .changes("header typ")
                        .because(
                                "A token that was made for another purpose must not open this door.",
                                securityAdvice(rfc(8725, "3.11"))),
                ChangedHeader.to("typ", typ));
    }
}
