package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** The header field stands there twice. */
final class RepeatedHeader {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofCarriage(
                    CarriageInfo.malformed("repeated-header", "the good header twice")
                            .core()
                            .appliesTo(Trait.HEADER)
                            .acceptedOrRefused(400, 401)
                            .changes("repetition")
                            .because(
                                    "A header that is no list stands once; who takes two lets others choose which one counts.",
                                    securityAdvice(rfc(9110, "5.3"))),
                    good -> both(good, good)),
            Variant.ofCarriage(
                    info("repeated-header-invalid-last", "the good header, then one with a made-up credential"),
                    good -> both(good, MadeUp.like(good))),
            Variant.ofCarriage(
                    info("repeated-header-invalid-first", "a header with a made-up credential, then the good one"),
                    good -> both(MadeUp.like(good), good)));

    private RepeatedHeader() {}

    private static ConditionInfo info(String name, String meaning) {
        return CarriageInfo.malformed(name, meaning)
                .appliesTo(Trait.HEADER)
                .acceptedOrRefused(400, 401)
                .changes("repetition")
                .because(
                        "A proxy may judge the one and the API the other, so neither may count.",
                        securityAdvice(rfc(9110, "5.3")));
    }

    private static Credential both(Presentation first, Presentation last) {
        return last.withSecrets(first.carrying(
                        first.line(first.field().reveal()),
                        last.line(last.field().reveal())))
                .sentVerbatim();
    }
}
