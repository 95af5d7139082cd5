package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.Trait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operation's body is JSON that ends too soon: nobody without a credential should learn what a parser says of it. */
final class BrokenBody {

    private static final Credential.Content BROKEN =
            new Credential.Content("application/json", new Secret("{\"naysayer\": [1,"));

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.withoutToken(
                            CarriageInfo.of(
                                            "broken-body-no-token",
                                            "no credential, and JSON in the body that ends too soon")
                                    .appliesTo(Trait.ANY)
                                    .needs()
                                    .noCredential()
                                    // No standard says what has to be looked at first.
                                    .status(advice(rfc(9110, "15.5.2")))
                                    .changes("credential", "body")
                                    .because(
                                            "Whoever may not come in has no business with the parser, and learns nothing from it.",
                                            Protection::refused),
                            good -> Credential.NONE.withContent(BROKEN))
                    .except(BrokenBody::hasNoJson),
            Variant.ofCarriage(
                            CarriageInfo.of(
                                            "broken-body",
                                            "the good credential, and JSON in the body that ends too soon")
                                    .appliesTo(Trait.ANY)
                                    .brokenMessage()
                                    .acceptedOrRefused(400, 422, 415)
                                    .errors(Expectation.NO_ERROR)
                                    .changes("body")
                                    .because(
                                            "What a client has mistyped is its own mistake, and a parser's words are no answer.",
                                            may(rfc(9110, "15.5.1"))),
                            good -> good.declared().withContent(BROKEN))
                    .except(BrokenBody::hasNoJson));

    private BrokenBody() {}

    private static @Nullable String hasNoJson(Operation operation) {
        if (operation.body() == null) {
            return "the operation has no body";
        }
        return operation.body().isJson() ? null : "the operation's body is no JSON";
    }
}
