package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The token stands in a JSON body. */
final class TokenInJson {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
                    CarriageInfo.of("token-in-json", "the good token in a JSON body, as access_token")
                            .appliesTo(Trait.BEARER)
                            .noCredential()
                            .acceptedOrRefused(401, 400)
                            .errors(Expectation.NO_ERROR, "invalid_request")
                            .changes("place")
                            .because("Only a form may carry a token in the body.", securityAdvice(rfc(6750, "2.2"))),
                    TokenInJson::json)
            .except(TokenInJson::takesNoJson));

    private TokenInJson() {}

    private static @Nullable String takesNoJson(Operation operation) {
        if (!WITH_BODY.contains(operation.method())) {
            return "the operation is no POST, PUT or PATCH";
        }
        return operation.body() == null || operation.body().isJson() ? null : "the operation's body is no JSON";
    }

    private static Credential json(Presentation good) {
        String text =
                JSONObjectUtils.toJSONString(Map.of("access_token", good.value().reveal()));
        return good.withSecrets(
                Credential.NONE.withContent(new Credential.Content("application/json", new Secret(text))));
    }
}
