package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** A name stands twice, and two readers may see two different values. */
final class DuplicateName {

    private static final String NOBODY = "naysayer-nobody";

    static final List<CredentialCondition> VARIANTS = List.of(
            subject("duplicate-sub-good-last", "the good one last", good -> first("sub", NOBODY, good.claimsText())),
            subject("duplicate-sub-good-first", "the good one first", good -> last("sub", NOBODY, good.claimsText())),
            Variant.of(
                    ConditionInfo.of(JWT, "duplicate-alg", "a token that has alg twice: the trusted one, then none")
                            .changes("header")
                            .because(
                                    "Who checks the first and obeys the last can be told that nothing is signed.",
                                    must(rfc(7515, "4"))),
                    (good, forge) -> good.withHeaderBytes(utf8(last("alg", "none", good.headerText())))));

    private DuplicateName() {}

    private static CredentialCondition subject(String name, String order, Function<JwtDraft, String> claims) {
        ConditionInfo info = ConditionInfo.of(JWT, name, "a token that has sub twice, of two users: " + order)
                .acceptedOrRefused(401)
                .changes("payload")
                .because(
                        "A gateway that reads one and an API that reads the other let one user pass for two.",
                        securityAdvice(rfc(7519, "4")));
        return Variant.of(info, (good, forge) -> {
            good.claimText("sub");
            return good.withPayloadBytes(utf8(claims.apply(good)));
        });
    }

    /** No map can hold a name twice, so this is put into the text of an object that has the name already. */
    private static String first(String name, String value, String object) {
        return "{\"%s\":\"%s\",%s".formatted(name, value, object.substring(1));
    }

    private static String last(String name, String value, String object) {
        return "%s,\"%s\":\"%s\"}".formatted(object.substring(0, object.length() - 1), name, value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
