package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** The token stands in the query, as RFC 6750 section 2.3 once allowed. */
final class TokenInQuery {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofCarriage(
                    of("token-in-query", "the good token in the query only, as access_token")
                            .core()
                            .noCredential()
                            .acceptedOrRefused(401, 400, 414)
                            .changes("place")
                            .because(
                                    "URLs end up in logs and histories, so a token there counts for nothing.",
                                    securityAdvice(rfc(6750, "2.3"))),
                    good -> inQuery(good).declared()),
            Variant.ofCarriage(
                    of("token-in-query-and-header", "the good token in the header, and in the query as access_token")
                            .acceptedOrRefused(400)
                            .errors("invalid_request")
                            .changes("repetition")
                            .because(
                                    "Two ways at once are a bad request, unless the API does not look at the query at all.",
                                    may(rfc(6750, "2"))),
                    good -> beside(good, good)),
            Variant.ofCarriage(
                    of(
                                    "token-in-query-bad-header",
                                    "a made-up token in the header, the good one in the query as access_token")
                            .acceptedOrRefused(400, 401)
                            .errors("invalid_request", "invalid_token")
                            .changes("place")
                            .because(
                                    "A bad token in the header may not be outdone by another one in the URL.",
                                    securityAdvice(rfc(6750, "2.3"))),
                    good -> beside(MadeUp.like(good), good)));

    private TokenInQuery() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return CarriageInfo.of(name, meaning).appliesTo(Trait.BEARER);
    }

    private static Presentation inQuery(Presentation good) {
        return good.at(Presentation.Place.QUERY, "access_token");
    }

    private static Credential beside(Presentation header, Presentation query) {
        return header.declared().withQuery(inQuery(query).declared().query());
    }
}
