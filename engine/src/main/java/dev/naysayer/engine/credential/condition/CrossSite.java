package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Trait;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All is good, and the browser says that a page of another site had the request sent.
 *
 * <p>Where a token against forged requests is good as well, an API need not look at it: it is a second line. Where there is none, it is
 * the only one, and nothing else is wrong with what a page can have sent without a preflight.
 */
final class CrossSite {

    private static final Credential.Part ORIGIN = open("Origin", "https://elsewhere.example");
    private static final Credential.Part FETCH_SITE = open("Sec-Fetch-Site", "cross-site");
    private static final Credential.Part TEXT = open("Content-Type", "text/plain");

    /** The fields that a case of these adds. */
    static final Set<String> FIELDS = Set.of(ORIGIN.name(), FETCH_SITE.name(), TEXT.name());

    static final List<CredentialCondition> VARIANTS = List.of(
            of("cross-site-origin", "the good session, and an Origin of another site", ORIGIN),
            of("cross-site-fetch", "the good session, and Sec-Fetch-Site says cross-site", FETCH_SITE),
            Variant.ofCarriage(
                            ConditionInfo.of(
                                            ConditionGroup.SESSION,
                                            "cross-site-text",
                                            "the good session, and the operation's JSON as text/plain, as a page of another site has it sent")
                                    .unless(Trait.CSRF)
                                    .brokenMessage()
                                    .acceptedOrRefused(403, 415, 400, 422)
                                    .errors(Expectation.NO_ERROR)
                                    .changes(
                                            "field " + TEXT.name(),
                                            "field " + ORIGIN.name(),
                                            "field " + FETCH_SITE.name())
                                    .because(
                                            "Before it sends application/json for another site a browser asks, and before text/plain it does not.",
                                            securityAdvice(asvs("3.5.2"))),
                            good -> good.declared().with(TEXT).with(ORIGIN).with(FETCH_SITE))
                    .except(CrossSite::sendsNoJson));

    private CrossSite() {}

    private static Credential.Part open(String name, String value) {
        return new Credential.Part(name, new Secret(value), true);
    }

    private static CredentialCondition of(String name, String meaning, Credential.Part field) {
        return Variant.ofCarriage(
                        ConditionInfo.of(ConditionGroup.SESSION, name, meaning)
                                .forged()
                                .acceptedOrRefused(403)
                                .changes("field " + field.name())
                                .because(
                                        "A browser sends cookies along with what other sites have it ask, and no page can make it lie about that.",
                                        advice(asvs("3.5.1"))),
                        good -> good.declared().with(field))
                .except(CrossSite::isSafe);
    }

    private static @Nullable String isSafe(Operation operation) {
        return operation.isSafe() ? operation.method() + " changes nothing, so it is worth no forging" : null;
    }

    private static @Nullable String sendsNoJson(Operation operation) {
        return operation.body() != null && operation.body().isJson()
                ? isSafe(operation)
                : "the operation's body is no JSON";
    }
}
