package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Carriage;
import dev.naysayer.engine.credential.ClientPair;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.standard.Clause;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A client that cannot say who it is, or says it in a way that it must not (RFC 6749 section 2.3). */
final class WrongClient {

    private static final String STRANGERS = "Whoever asks in a client's name has to be that client.";

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.withoutToken(
                    stranger("no-client-authentication", "nothing that says which client asks")
                            .core()
                            .appliesTo(Trait.CLIENT_WITH_SECRET)
                            .needs()
                            .errors("invalid_client", "invalid_request", "unauthorized_client")
                            .changes("credential")
                            .because(STRANGERS, WrongClient::ofStrangers),
                    Carriage.NOTHING),
            changed(
                    stranger("unknown-client", "a made-up client, with the good secret where there is one")
                            .core(),
                    good -> good.withId(MadeUp.like(good.id()))),
            changed(
                    stranger("wrong-client-secret", "the good client with a made-up secret")
                            .core()
                            .appliesTo(Trait.CLIENT_WITH_SECRET),
                    good -> good.withSecret(MadeUp.like(good.secret()))),
            elsewhere(
                    stranger("wrong-client-secret-in-form", "the good client with a made-up secret, in the form")
                            .appliesTo(Trait.CLIENT_IN_HEADER),
                    true),
            elsewhere(
                    stranger("wrong-client-secret-in-header", "the good client with a made-up secret, in Authorization")
                            .appliesTo(Trait.CLIENT_IN_FORM),
                    false),
            Variant.ofCarriage(
                    of("client-authenticated-twice", "the good client, in Authorization and in the form at once")
                            .core()
                            .appliesTo(Trait.CLIENT_WITH_SECRET)
                            .acceptedOrRefused(400, 401)
                            .errors("invalid_request", "invalid_client")
                            .status(advice(rfc(6749, "5.2")))
                            .changes("repetition")
                            .fix("Refuse a request that authenticates its client in more than one way.")
                            .because(
                                    "A proxy may judge the one and the server the other, so a client has one way.",
                                    securityAdvice(rfc(6749, "2.3"))),
                    good -> with(good, false).withForm(form -> form.with(ClientPair.shown(good)))),
            Variant.ofCarriage(
                    of("client-secret-in-query", "the good client, in the query and nowhere else")
                            .appliesTo(Trait.CLIENT_WITH_SECRET)
                            .refused(400, 401)
                            .errors("invalid_client", "invalid_request")
                            .status(advice(rfc(6749, "5.2")))
                            .changes("place")
                            .fix(
                                    "Read a client's identifier and secret from Authorization or from the body, and never from the query.")
                            .because(
                                    "URLs end up in logs and histories, and the client's secret with them.",
                                    must(rfc(6749, "2.3.1"))),
                    good -> good.withSecrets(
                            Credential.NONE.withQuery(ClientPair.shown(good).parameters()))),
            Variant.withoutToken(
                            stranger(
                                            "missing-client-id",
                                            "a public client's good code, and nothing that says which client asks")
                                    .core()
                                    .appliesTo(Trait.CLIENT_WITHOUT_SECRET)
                                    .needs()
                                    .errors("invalid_client", "invalid_request", "invalid_grant")
                                    .changes("credential")
                                    .because(
                                            "Whoever redeems a code says for whom, or another client's app may use what it found.",
                                            must(rfc(6749, "4.1.3"))),
                            Carriage.NOTHING)
                    .except(Formed.having(WrongCode.CODE)));

    private WrongClient() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.CLIENT, name, meaning);
    }

    /** Who used {@code Authorization} is told 401, which {@code invalid-client-challenged} judges; others may be told 400. */
    private static ConditionInfo.Builder stranger(String name, String meaning) {
        return of(name, meaning)
                .refused(401, 400)
                .errors("invalid_client", "unauthorized_client")
                .status(advice(rfc(6749, "5.2")));
    }

    /** What each endpoint is asked to do with whom it does not know. */
    private static Clause ofStrangers(Set<Trait> traits) {
        if (traits.contains(Trait.AT_INTROSPECTION)) {
            return must(rfc(7662, "2.1"));
        }
        return must(traits.contains(Trait.AT_REVOCATION) ? rfc(7009, "2.1") : rfc(6749, "3.2.1"));
    }

    private static Variant changed(ConditionInfo.Builder info, UnaryOperator<ClientPair> change) {
        return Variant.ofText(
                info.changes("text").because(STRANGERS, WrongClient::ofStrangers),
                text -> change.apply(ClientPair.of(new Secret(text))).text());
    }

    private static Variant elsewhere(ConditionInfo.Builder info, boolean inForm) {
        return Variant.of(
                info.changes("place", "text").because(STRANGERS, WrongClient::ofStrangers),
                text -> {
                    ClientPair good = ClientPair.of(new Secret(text));
                    return good.withSecret(MadeUp.like(good.secret())).text();
                },
                good -> with(good, inForm));
    }

    private static Credential with(Presentation good, boolean inForm) {
        return good.withSecrets(ClientPair.shown(good).presentation(inForm).declared());
    }
}
