package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.asvs;
import static dev.naysayer.engine.standard.SpecReference.openApi;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.Carriage;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation.Place;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.standard.Clause;
import java.util.List;

/** The good key stands where the API does not look for it. */
final class KeyElsewhere {

    private static final Clause SECOND_PLACE = advice(openApi("Security Scheme Object"));

    static final List<CredentialCondition> VARIANTS = List.of(
            elsewhere(
                    of("key-in-header", "the good key in a header X-API-Key").unless(Trait.HEADER),
                    SECOND_PLACE,
                    good -> good.at(Place.HEADER, "X-API-Key").declared()),
            elsewhere(
                    of("key-in-query", "the good key in the query as api_key").unless(Trait.QUERY),
                    securityAdvice(asvs("14.2.1")),
                    good -> good.at(Place.QUERY, "api_key").declared()),
            elsewhere(
                    of("key-in-cookie", "the good key in a cookie api_key").unless(Trait.COOKIE),
                    SECOND_PLACE,
                    good -> good.at(Place.COOKIE, "api_key").declared()),
            elsewhere(
                    of("key-as-bearer", "the good key as a bearer token"),
                    SECOND_PLACE,
                    good -> good.at(Place.HEADER, "Authorization")
                            .under("Bearer")
                            .declared()));

    private KeyElsewhere() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.API_KEY, name, meaning);
    }

    private static Variant elsewhere(ConditionInfo.Builder builder, Clause clause, Carriage carriage) {
        return Variant.ofCarriage(
                builder.acceptedOrRefused(401)
                        .errors(Expectation.NO_ERROR)
                        .changes("place")
                        .because("A second place is one that nobody guards, and URLs end up in logs.", clause),
                carriage);
    }
}
