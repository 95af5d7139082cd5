package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The token is one that nobody was given, however much it looks like the good one. */
final class UnknownToken {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofText(
                    info(of("unknown-token", "a made-up token, as long as the good one")
                            .core()),
                    MadeUp.TEXT),
            Variant.ofText(
                    info(of("mutated-token", "the good token with one character changed")
                            .core()),
                    TextChanges::mutated),
            Variant.ofText(
                    info(of("truncated-token", "the good token without its last character")), TextChanges::truncated),
            Variant.ofText(info(of("token-prefix", "the first half of the good token")), TextChanges::firstHalf),
            Variant.ofText(
                    info(of("case-changed-token", "the good token with upper and lower case exchanged")),
                    TextChanges::caseChanged));

    private UnknownToken() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.OPAQUE, name, meaning);
    }

    private static ConditionInfo info(ConditionInfo.Builder builder) {
        return builder.refused(401, 400)
                .errors("invalid_token", "invalid_request")
                .changes("text")
                .because("A token is right to the last character, or it is not that token.", must(rfc(6750, "5.2")));
    }
}
