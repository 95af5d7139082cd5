package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** A good client takes a token back (RFC 7009 section 2); what the standard says of it has no keyword. */
final class TakenBack {

    static final List<CredentialCondition> VARIANTS = List.of(
            Formed.with(
                    of("revoke-unknown-token", "the good client with a made-up token")
                            .core()
                            .accepted()
                            .because(
                                    "The token is worth nothing, which is all that the client wants, and it could do nothing about an error.",
                                    advice(rfc(7009, "2.2"))),
                    form -> form.where("token", "naysayer-made-up")),
            Formed.with(
                    of("revoke-unknown-hint", "a token_type_hint that nobody knows")
                            .accepted()
                            .because(
                                    "A hint only helps to search, so a bad one is ignored and the token still goes.",
                                    advice(rfc(7009, "2.2"))),
                    form -> form.where("token_type_hint", "naysayer-made-up")),
            Formed.with(
                    of("revoke-without-token", "the good client without a token")
                            .acceptedOrRefused(400)
                            .errors("invalid_request")
                            .because("Who takes nothing back has made a mistake.", may(rfc(7009, "2.1"))),
                    form -> form.without("token")));

    private TakenBack() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return Formed.of(ConditionGroup.REVOCATION, name, meaning).status(advice(rfc(7009, "2.2.1")));
    }
}
