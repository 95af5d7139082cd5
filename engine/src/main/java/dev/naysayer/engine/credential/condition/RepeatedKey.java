package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import java.util.List;

/** The key's place is there twice, with two keys. */
final class RepeatedKey {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofCarriage(
                    info("repeated-key-invalid-last", "the good key, then a made-up one in the same place"),
                    good -> both(good, MadeUp.like(good))),
            Variant.ofCarriage(
                    info("repeated-key-invalid-first", "a made-up key, then the good one in the same place"),
                    good -> both(MadeUp.like(good), good)));

    private RepeatedKey() {}

    private static ConditionInfo info(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.API_KEY, name, meaning)
                .acceptedOrRefused(400, 401)
                .errors(Expectation.NO_ERROR)
                .changes("repetition")
                .because(
                        "A proxy may judge the one and the API the other, so neither may count.",
                        securityAdvice(rfc(9110, "5.3")));
    }

    /** Both in the one place that the scheme declares. */
    static Credential both(Presentation first, Presentation last) {
        Credential one = first.declared();
        Credential two = last.declared();
        Credential both = switch (first.place()) {
            case HEADER -> first.carrying(one.fields().get(0), two.fields().get(0));
            case QUERY -> one.withQuery(List.of(one.query().get(0), two.query().get(0)));
            case FORM, CLIENT_FORM -> one.withForm(two.form());
            // There is one Cookie field, with all cookies (RFC 6265 section 5.4).
            case COOKIE -> first.named("Cookie").carrying(first.named("Cookie").line(value(one) + "; " + value(two)));
        };
        return last.withSecrets(both).sentVerbatim();
    }

    private static String value(Credential credential) {
        return credential.fields().get(0).value().reveal();
    }
}
