package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential.RequestLine;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.RequestForm;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** A good client asks for a token in another form than it should, or in one that it may (RFC 6749 section 3.2). */
final class OddTokenRequest {

    static final List<CredentialCondition> VARIANTS = List.of(
            Formed.with(
                    of("missing-grant-type", "the form without grant_type")
                            .core()
                            .refused(400)
                            .errors("invalid_request")
                            .because("Who does not say by what right it asks gets nothing.", must(rfc(6749, "4.4.2"))),
                    form -> form.without("grant_type")),
            Formed.with(
                    of("unknown-grant-type", "a grant_type that nobody knows")
                            .core()
                            .refused(400)
                            .errors("unsupported_grant_type")
                            .because(
                                    "A client that learns which part is not known can do without it.",
                                    must(rfc(6749, "5.2"))),
                    form -> form.where("grant_type", "urn:example:naysayer:made-up")),
            Formed.with(
                    of("repeated-parameter", "the form with grant_type twice")
                            .acceptedOrRefused(400)
                            .errors("invalid_request")
                            .because(
                                    "A proxy may judge the one and the server the other, so each stands once.",
                                    securityAdvice(rfc(6749, "3.2"))),
                    form -> form.repeating("grant_type")),
            Formed.with(
                    of("token-request-in-json", "the same texts as a JSON object")
                            .acceptedOrRefused(400, 415, 401)
                            .errors("invalid_request", "invalid_client", "unsupported_grant_type")
                            .because(
                                    "The standard knows forms only, and forbids nothing else.",
                                    may(rfc(6749, "4.4.2"))),
                    RequestForm::asJson),
            Formed.with(
                    of("token-request-in-query", "a POST with the form in the query, but for the client")
                            .acceptedOrRefused(400, 401)
                            .errors("invalid_request", "invalid_client", "unsupported_grant_type")
                            .because(
                                    "URLs end up in logs and histories, and codes and refresh tokens with them.",
                                    securityAdvice(rfc(6749, "3.2"))),
                    RequestForm::inQueryWithoutClient),
            Variant.ofCarriage(
                    of("token-request-by-get", "a GET with the form in the query")
                            .changes("method", "form")
                            .core()
                            .acceptedOrRefused(405, 400, 401, 403, 404, 415)
                            .errors("invalid_request")
                            .because(
                                    "What a URL asks for stands in logs, and caches and pages may ask for it again.",
                                    securityAdvice(rfc(6749, "3.2"))),
                    good -> good.declared()
                            .withForm(RequestForm::inQuery)
                            .withLine(new RequestLine("GET", target -> target))),
            Formed.with(
                    of("unknown-parameter", "the form with a parameter that nobody knows")
                            .core()
                            .accepted()
                            .because(
                                    "A client that speaks a newer dialect is locked out for a word that does no harm.",
                                    must(rfc(6749, "3.2"))),
                    form -> form.with("naysayer", "1")),
            Formed.with(
                    of("empty-parameter", "the form with a resource that has no value")
                            .accepted()
                            .because(
                                    "A parameter without a value counts as left out, and many clients write it so.",
                                    must(rfc(6749, "3.2"))),
                    form -> form.where("resource", "")),
            Formed.with(
                    of("unknown-scope", "a scope that nobody knows")
                            .core()
                            .acceptedOrRefused(400)
                            .errors("invalid_scope")
                            .because(
                                    "A server may ignore a scope or refuse it, and says with a code of its own that it did.",
                                    may(rfc(6749, "3.3"))),
                    form -> form.where("scope", "naysayer-made-up")),
            Formed.with(
                    of("client-credentials-without-secret", "a public client that asks for a token of its own")
                            .core()
                            .appliesTo(Trait.CLIENT_WITHOUT_SECRET)
                            .refused(400, 401)
                            .errors("unauthorized_client", "invalid_client", "unsupported_grant_type")
                            .because("Anybody can say that he is a client without a secret.", must(rfc(6749, "4.4"))),
                    form -> form.where("grant_type", "client_credentials")
                            .without(WrongCode.CODE)
                            .without("redirect_uri")
                            .without("code_verifier")
                            .without("refresh_token")));

    private OddTokenRequest() {}

    /** That it is 400 is said without a keyword. */
    private static ConditionInfo.Builder of(String name, String meaning) {
        return Formed.of(ConditionGroup.TOKEN_ENDPOINT, name, meaning).status(advice(rfc(6749, "5.2")));
    }
}
