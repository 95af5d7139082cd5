package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The token stands in a form, as RFC 6750 section 2.2 allows for some requests. */
final class TokenInForm {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofCarriage(
                            of("token-in-form", "the good token in a form in the body, as access_token")
                                    .noCredential()
                                    .acceptedOrRefused(401)
                                    .changes("place")
                                    .because("An API may take tokens from forms, and need not.", may(rfc(6750, "2.2"))),
                            good -> good.withSecrets(Credential.NONE.withContent(form(good))))
                    .except(TokenInForm::takesNoForm),
            Variant.ofCarriage(
                            of("token-in-form-get", "the good token in a form in the body of a GET, as access_token")
                                    .noCredential()
                                    .acceptedOrRefused(401, 400)
                                    .changes("place")
                                    .because(
                                            "The body of a GET means nothing, so no token may be taken from it.",
                                            securityAdvice(rfc(6750, "2.2"))),
                            good -> good.withSecrets(Credential.NONE.withContent(form(good))))
                    .except(operation -> operation.method().equals("GET") ? null : "the operation is no GET"),
            Variant.ofCarriage(
                            of(
                                            "token-in-form-and-header",
                                            "the good token in the header, and in a form in the body as access_token")
                                    .acceptedOrRefused(400)
                                    .errors("invalid_request")
                                    .changes("repetition")
                                    .because(
                                            "Two ways at once are a bad request, unless the API takes no token from forms.",
                                            may(rfc(6750, "2.2"))),
                            good -> good.declared().withContent(form(good)))
                    .except(TokenInForm::takesNoForm));

    private TokenInForm() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return CarriageInfo.of(name, meaning).appliesTo(Trait.BEARER);
    }

    private static @Nullable String takesNoForm(Operation operation) {
        if (!operation.method().equals("POST")) {
            return "the operation is no POST";
        }
        return operation.body() == null ? null : "the operation has a body of its own";
    }

    private static Credential.Content form(Presentation good) {
        String encoded = URLEncoder.encode(good.value().reveal(), StandardCharsets.UTF_8);
        return new Credential.Content("application/x-www-form-urlencoded", new Secret("access_token=" + encoded));
    }
}
