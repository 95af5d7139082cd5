package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/**
 * The header names no key, or one that does not exist; the signature is good.
 *
 * <p>The name is a hint (RFC 7515 section 4.1.4): whoever knows one key and tries that has looked nothing up, and does no harm.
 */
final class KeyId {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                    ConditionInfo.of(JWT, "kid-missing", "a token without kid")
                            .acceptedOrRefused(401)
                            .changes("header kid")
                            .because(
                                    "The name of the key is optional: an API with one key can do without, one with many cannot.",
                                    may(rfc(7515, "4.1.4"))),
                    ChangedHeader.without("kid")),
            to(
                    words("kid-unknown", "the name of a key that does not exist")
                            .core(),
                    "Otherwise a key that was withdrawn goes on being trusted.",
                    "naysayer-no-such-key"),
            to(
                    words("kid-path-traversal", "a path to an empty file"),
                    "An API that opens what kid names verifies with a file of the attacker's choice.",
                    "../../../../../../../../dev/null"),
            to(
                    words("kid-sql", "a piece of SQL"),
                    "An API that puts kid into a query lets the attacker write the key.",
                    "' OR 1=1--"),
            to(
                    words("kid-file-url", "a URL of a file"),
                    "An API that opens what kid names verifies with a file of the attacker's choice.",
                    "file:///dev/null"),
            to(
                    words("kid-quotes", "a quote and a parameter of a challenge"),
                    "An API that writes kid into its challenge lets the attacker write the challenge.",
                    "a\", error=\"naysayer"),
            to(
                    words("kid-10-kb", "10 kB of text").brokenMessage().acceptedOrRefused(401, 400, 413, 431),
                    "A name that fits no key must not fill caches, logs or memory.",
                    "k".repeat(10 * 1024)));

    private KeyId() {}

    private static ConditionInfo.Builder words(String name, String value) {
        return ConditionInfo.of(JWT, name, "a token whose kid is " + value).acceptedOrRefused(401);
    }

    private static CredentialCondition to(ConditionInfo.Builder words, String why, String kid) {
        return Variant.of(
                words.changes("header kid").because(why, advice(rfc(8725, "3.10"))), ChangedHeader.to("kid", kid));
    }
}
