package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.Clause.should;
import static dev.naysayer.engine.standard.SpecReference.asvs;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.standard.Clause;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The request goes to the same host without TLS. */
final class WithoutTls {

    // Opt-in: whoever is on the way can read the good credential, and use it until it expires.
    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
                    CarriageInfo.of(
                                    "plain-http",
                                    "the good credential in clear text, over http:// to the same host: whoever is on the way can read it")
                            .optIn()
                            .appliesTo(Trait.ANY)
                            .brokenConnection()
                            .refused(301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 410, 421, 426)
                            .errors(Expectation.NO_ERROR)
                            .changes("protocol")
                            .because(
                                    "An API that answers without TLS lets clients give their credentials away unnoticed.",
                                    WithoutTls::clause),
                    good -> good.declared().withoutTls())
            .except(WithoutTls::exception));

    private WithoutTls() {}

    private static Clause clause(Set<Trait> scheme) {
        if (scheme.contains(Trait.BEARER)) {
            return must(rfc(6750, "5.2"));
        }
        return scheme.contains(Trait.BASIC) ? should(rfc(7617, "4")) : securityAdvice(asvs("12.2.1"));
    }

    private static @Nullable String exception(Operation operation) {
        Integer status = operation.control().status();
        return status != null && status >= 300
                ? "a refusal would look like the good credential's own answer, %d".formatted(status)
                : null;
    }
}
