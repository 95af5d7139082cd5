package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** A good client asks what a token is worth (RFC 7662 section 2). */
final class AskedAbout {

    static final List<CredentialCondition> VARIANTS = List.of(
            Formed.with(
                    of("introspect-unknown-token", "the good client with a made-up token")
                            .core()
                            .accepted()
                            .because(
                                    "That a token is worth nothing is the answer, and no mistake of whoever asks.",
                                    must(rfc(7662, "2.2"))),
                    form -> form.where("token", "naysayer-made-up")),
            Formed.with(
                    of("introspect-without-token", "the good client without a token")
                            .acceptedOrRefused(400)
                            .errors("invalid_request")
                            .because("Who asks about nothing has made a mistake.", may(rfc(7662, "2.1"))),
                    form -> form.without("token")),
            Formed.with(
                    of("introspect-unknown-hint", "a token_type_hint that nobody knows")
                            .acceptedOrRefused(400)
                            .errors("unsupported_token_type", "invalid_request")
                            .because(
                                    "A hint only helps to search, and what nobody knows helps nothing.",
                                    may(rfc(7662, "2.1"))),
                    form -> form.where("token_type_hint", "naysayer-made-up")));

    private AskedAbout() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return Formed.of(ConditionGroup.INTROSPECTION, name, meaning).status(advice(rfc(7662, "2.3")));
    }
}
