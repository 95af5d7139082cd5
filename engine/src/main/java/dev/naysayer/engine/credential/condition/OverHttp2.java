package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.Carriage;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.standard.Clause;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The request goes over HTTP/2, and everything is as it is over HTTP/1.1. */
final class OverHttp2 {

    private static final Carriage CARRIAGE = good -> good.declared().overHttp2();

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofCarriage(
                    info(
                            CarriageInfo.of("http2", "the good credential over HTTP/2")
                                    .accepted()
                                    .changes("protocol"),
                            Protection::letIn),
                    CARRIAGE),
            Variant.withoutToken(
                    info(
                            CarriageInfo.of("http2-no-token", "no credential, over HTTP/2")
                                    .needs()
                                    .noCredential()
                                    .changes("credential", "protocol"),
                            Protection::refused),
                    OverHttp2::nothing),
            Variant.of(
                    info(
                            CarriageInfo.of(
                                            "http2-bad-credential",
                                            "a made-up credential over HTTP/2, as long as the good one")
                                    .refused(401, 400)
                                    .errors("invalid_token", "invalid_request")
                                    .changes("text", "protocol"),
                            Protection::refused),
                    MadeUp.TEXT,
                    CARRIAGE));

    private OverHttp2() {}

    private static Credential nothing(Presentation good) {
        return Credential.NONE.overHttp2();
    }

    private static ConditionInfo info(ConditionInfo.Builder builder, Function<Set<Trait>, Clause> clause) {
        return builder.appliesTo(Trait.ANY)
                .because(
                        "A guard that stands at one way in only leaves the other open, or shuts it for everybody.",
                        clause);
    }
}
