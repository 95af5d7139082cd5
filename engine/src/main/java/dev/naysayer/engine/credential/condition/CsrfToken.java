package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Presentation.Place;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.TokenNeed;
import java.util.List;

/** The session is good, and the token against forged requests is not. */
final class CsrfToken {

    private static final String FORGED = "A page of another site can have a browser send all but this token.";

    private static final String COMPARE =
            "Wherever something is changed compare the token with that of the session, and answer 403 where there is none or another.";

    /** Where frameworks look for it beside a header; what stands in a form's field they take from the query by the same name. */
    private static final String PARAMETER = "_csrf";

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofCarriage(
                    of("no-csrf-token", "no token against forged requests")
                            .core()
                            .changes("credential")
                            .fix(COMPARE)
                            .because(FORGED, Protection::refused),
                    Presentation::alone),
            Variant.ofCarriage(
                    of("empty-csrf-token", "an empty token against forged requests")
                            .changes("text")
                            .fix(COMPARE)
                            .because(FORGED, Protection::refused),
                    good -> good.showing("").declared().sentVerbatim()),
            Variant.ofCarriage(
                    of("unknown-csrf-token", "a made-up token against forged requests, as long as the good one")
                            .core()
                            .changes("text")
                            .fix(COMPARE)
                            .because(FORGED, Protection::refused),
                    good -> MadeUp.like(good).declared()),
            Variant.of(
                    of("csrf-token-of-other-session", "a token against forged requests that is good in another session")
                            .needs(Need.LOGIN)
                            .acceptedOrRefused(403)
                            .changes("session")
                            .fix(
                                    "Bind the token to its session: keep it there, or sign it together with the session's name.")
                            .because(
                                    "Whoever has a session of their own has such a token, and can plant it with somebody else.",
                                    securityAdvice(asvs("3.5.1"))),
                    TokenNeed.Kind.OTHER_SESSION),
            Variant.ofCarriage(
                    of(
                                    "csrf-token-in-query",
                                    "the good token against forged requests in the query only, by the name of its field, else as "
                                            + PARAMETER)
                            .acceptedOrRefused(403)
                            .changes("place")
                            .fix("Read the token from the header or the body, and never from the query.")
                            .because(
                                    "URLs end up in logs and in the Referer of other sites, and who reads the token there can forge requests.",
                                    securityAdvice(asvs("14.2.1"))),
                    good -> good.at(Place.QUERY, good.place() == Place.FORM ? good.name() : PARAMETER)
                            .declared()));

    private CsrfToken() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.CSRF, name, meaning).forged();
    }
}
