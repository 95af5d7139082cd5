package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** What stands in the place of the token never was one. */
final class NotAJwt {

    static final List<CredentialCondition> VARIANTS = List.of(
            text("not-a-jwt", "words in the place of a token", "naysayer-no-token"),
            text("two-parts", "two parts in the place of a token's three", "a.b"),
            text("four-parts", "four parts in the place of a token's three", "a.b.c.d"),
            text("only-dots", "two dots in the place of a token", ".."),
            text("only-dot", "one dot in the place of a token", "."));

    private NotAJwt() {}

    private static CredentialCondition text(String name, String meaning, String text) {
        return Variant.inPlaceOfToken(
                ConditionInfo.of(JWT, name, meaning)
                        .needs()
                        .refused(401, 400)
                        .errors("invalid_token", "invalid_request")
                        .changes("form")
                        .because(
                                "A parser that expects three parts must not crash over fewer or more.",
                                must(rfc(7519, "7.2"))),
                text);
    }
}
