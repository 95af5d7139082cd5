package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.Trait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request takes whatever comes, as many clients do; all others ask for JSON. */
final class AnyAccept {

    private static final String ANYTHING = "*/*";

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.withoutToken(
                            info(CarriageInfo.of(
                                            "any-accept-no-token", "no credential, and Accept: */* in place of JSON")
                                    .needs()
                                    .noCredential()
                                    .changes("credential", ConditionInfo.ACCEPT)),
                            good -> asking(Credential.NONE))
                    .except(AnyAccept::takesAnythingAnyway),
            Variant.of(
                            info(CarriageInfo.of(
                                            "any-accept-bad-credential",
                                            "a made-up credential, as long as the good one, and Accept: */* in place of JSON")
                                    .refused(401, 400)
                                    .errors("invalid_token", "invalid_request")
                                    .changes("text", ConditionInfo.ACCEPT)),
                            MadeUp.TEXT,
                            good -> asking(good.declared()))
                    .except(AnyAccept::takesAnythingAnyway));

    private AnyAccept() {}

    private static ConditionInfo info(ConditionInfo.Builder builder) {
        return builder.core()
                .appliesTo(Trait.ANY)
                .because(
                        "Frameworks write another page, open a session or show a stack trace for whoever does not ask for JSON.",
                        Protection::refused);
    }

    private static @Nullable String takesAnythingAnyway(Operation operation) {
        return operation
                .fields()
                .header(RequestFields.ACCEPT)
                .filter(accept -> accept.toString().equals(ANYTHING))
                .map(accept -> "the operation is asked so anyway")
                .orElse(null);
    }

    private static Credential asking(Credential credential) {
        return credential.with(new Credential.Part(RequestFields.ACCEPT, new Secret(ANYTHING), true));
    }
}
