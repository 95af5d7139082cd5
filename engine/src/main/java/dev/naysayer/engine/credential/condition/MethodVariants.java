package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Credential.RequestLine;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.standard.Clause;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** No credential, and another method than the operation's. */
final class MethodVariants {

    static final List<CredentialCondition> VARIANTS = List.of(
            method(of("method-head", "HEAD"), "HEAD"),
            // Which methods there are is no secret (RFC 9110 section 9.3.7).
            method(
                    of("method-options", "OPTIONS").acceptedOrRefused(401, 403, 404, 405, 406, 400, 501),
                    scheme -> may(rfc(9110, "9.3.7")),
                    "OPTIONS"),
            // It is only an echo, which may show what a proxy adds to the request.
            method(
                    of("method-trace", "TRACE").acceptedOrRefused(401, 403, 404, 405, 406, 400, 501),
                    scheme -> securityAdvice(rfc(9110, "9.3.8")),
                    "TRACE"),
            method(of("method-unknown", "a method that nobody knows, NAYSAYER"), "NAYSAYER"),
            // Opt-in: an API that falls for it deletes something.
            Variant.withoutToken(
                            info(
                                    of("method-override", "a GET that asks for DELETE in X-HTTP-Method-Override")
                                            .optIn(),
                                    Protection::refused),
                            good -> Credential.of(List.of(
                                            new Credential.Part("X-HTTP-Method-Override", new Secret("DELETE"))))
                                    .withLine(line("GET")))
                    .except(operation -> forbidden(operation, "DELETE")),
            mutating("POST"),
            mutating("PUT"),
            mutating("PATCH"),
            mutating("DELETE"));

    private MethodVariants() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return CarriageInfo.of(name, "no credential, and " + meaning).otherRequest(401, 403, 404, 405, 406, 400, 501);
    }

    private static Variant mutating(String method) {
        Variant variant =
                method(of("method-" + method.toLowerCase(Locale.ROOT), method).optIn(), method);
        return variant.except(operation -> variant.notApplicable(operation) == null
                ? forbidden(operation, method)
                : variant.notApplicable(operation));
    }

    /** An API that falls for it does what it is asked to; whether it may, the suite says for each operation. */
    private static @Nullable String forbidden(Operation operation, String method) {
        return operation.mutates() ? null : method + " may change data: 'mutates: true' at the operation allows it";
    }

    private static Variant method(ConditionInfo.Builder builder, String method) {
        return method(builder, Protection::refused, method);
    }

    private static Variant method(ConditionInfo.Builder builder, Function<Set<Trait>, Clause> clause, String method) {
        return Variant.withoutToken(info(builder, clause), good -> Credential.NONE.withLine(line(method)))
                .except(operation -> operation.method().equals(method) ? "it is the operation's own method" : null);
    }

    private static ConditionInfo info(ConditionInfo.Builder builder, Function<Set<Trait>, Clause> clause) {
        return builder.appliesTo(Trait.ANY)
                .needs()
                .changes("credential", "method")
                .because("A guard that knows only some methods lets the others through.", clause);
    }

    private static RequestLine line(String method) {
        return new RequestLine(method, target -> target);
    }
}
