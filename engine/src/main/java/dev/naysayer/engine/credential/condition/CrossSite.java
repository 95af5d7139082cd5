package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All is good, and the browser says that a page of another site had the request sent.
 *
 * <p>Where a token against forged requests is good as well, an API need not look at it: it is a second line.
 */
final class CrossSite {

    static final List<CredentialCondition> VARIANTS = List.of(
            of(
                    "cross-site-origin",
                    "the good session, and an Origin of another site",
                    "Origin",
                    "https://elsewhere.example"),
            of(
                    "cross-site-fetch",
                    "the good session, and Sec-Fetch-Site says cross-site",
                    "Sec-Fetch-Site",
                    "cross-site"));

    private CrossSite() {}

    /** The fields that a case of these adds. */
    static final Set<String> FIELDS = Set.of("Origin", "Sec-Fetch-Site");

    private static CredentialCondition of(String name, String meaning, String field, String value) {
        return Variant.ofCarriage(
                        ConditionInfo.of(ConditionGroup.SESSION, name, meaning)
                                .forged()
                                .acceptedOrRefused(403)
                                .changes("field " + field)
                                .because(
                                        "A browser sends cookies along with what other sites have it ask, and no page can make it lie about that.",
                                        advice(asvs("3.5.1"))),
                        good -> good.declared().with(new Credential.Part(field, new Secret(value))))
                .except(CrossSite::isSafe);
    }

    private static @Nullable String isSafe(Operation operation) {
        return operation.isSafe() ? operation.method() + " changes nothing, so it is worth no forging" : null;
    }
}
