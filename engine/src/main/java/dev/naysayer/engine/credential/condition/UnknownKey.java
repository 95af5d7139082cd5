package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.SUITE;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.standard.Clause;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The key is one that nobody was given, however much it looks like the good one. */
final class UnknownKey {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofText(
                    info(
                            of("unknown-key", "a made-up key, as long as the good one")
                                    .core(),
                            Protection::refused),
                    MadeUp.TEXT),
            Variant.ofText(
                    info(of("truncated-key", "the good key without its last character"), Protection::refused),
                    TextChanges::truncated),
            Variant.ofText(
                    info(
                            of("case-changed-key", "the good key with upper and lower case exchanged")
                                    .acceptedOrRefused(401),
                            scheme -> securityAdvice(SUITE)),
                    TextChanges::caseChanged),
            // In the query only: at the end of a header or cookie the blank is no part of the value (RFC 9110 section
            // 5.5).
            Variant.ofText(
                    info(
                            of("key-trailing-space", "the good key with a blank behind it")
                                    .appliesTo(Trait.QUERY)
                                    .acceptedOrRefused(401),
                            scheme -> securityAdvice(SUITE)),
                    key -> key + " "));

    private UnknownKey() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.API_KEY, name, meaning);
    }

    private static ConditionInfo info(ConditionInfo.Builder builder, Function<Set<Trait>, Clause> clause) {
        return builder.errors(Expectation.NO_ERROR)
                .changes("text")
                .because("A key is right to the last character, or it is not that key.", clause);
    }
}
