package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.rule.Admission;
import dev.naysayer.engine.rule.Admission.Demand;
import dev.naysayer.engine.rule.AdmissionRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.standard.SpecReference;
import java.util.Set;

/**
 * Which JWTs must not be let in.
 *
 * <p>Each constant is a rule. They differ in nothing but their words and in the conditions that they speak of, so they share
 * one class, and an id is the constant's name.
 */
@SuppressWarnings("ImmutableEnumChecker") // words and names never change
enum JwtRule implements AdmissionRule {
    MALFORMED_TOKEN_REFUSED(
            rule("malformed-token-refused", MUST, rfc(7519, "7.2"))
                    .summary("What is no well-formed JWT is refused")
                    .why("Whoever repairs a token while reading it sees another one than whoever signed or checked it.")
                    .clients("They go on sending a broken token, until it reaches an API that reads it strictly.")
                    .fix("Refuse what does not parse to the letter; do not trim, pad, unwrap or guess."),
            "malformed-token",
            "not-a-jwt",
            "two-parts",
            "four-parts",
            "only-dots",
            "only-dot",
            "payload-not-base64url",
            "header-not-json",
            "payload-not-json",
            "payload-array",
            "jws-json",
            "blank-inside",
            "newline-inside"),
    SIGNATURE_VERIFIED(
            rule("signature-verified", MUST, rfc(8725, "3.3"))
                    .summary("A token whose signature does not fit is refused")
                    .why("Whoever can type can write a token, and be any user.")
                    .clients("Honest ones notice nothing; a forger is served like a user.")
                    .fix("Verify the signature over the bytes that came in, before anything in the token is believed."),
            "bad-signature",
            "payload-tampered",
            "payload-truncated",
            "signature-truncated",
            "wrong-key"),
    EMPTY_SIGNATURE_REFUSED(
            rule("empty-signature-refused", MUST, rfc(8725, "3.3"))
                    .summary("A signature that is empty or all zeros fits no token")
                    .why("Libraries took nothing, or zeros, for a signature of any token (CVE-2022-21449).")
                    .clients("Honest ones never send this; a forger needs no key at all.")
                    .fix("Update JDK and JWT library, and refuse a signature of the wrong length before verifying it."),
            "signature-empty",
            "signature-zero",
            "psychic-signature",
            "psychic-signature-der"),
    EVERY_LAYER_VERIFIED(
            rule("every-layer-verified", MUST, rfc(8725, "3.3"))
                    .summary("A nested or encrypted token is refused if nobody signed the claims inside")
                    .why(
                            "Anybody can encrypt for a public key or wrap a token; only a signature says who wrote the claims.")
                    .clients("Honest ones send what the issuer gave them; a forger wraps claims that nobody granted.")
                    .fix("Verify each layer down to the claims, or refuse tokens with more than one."),
            "nested-unsigned",
            "jwe",
            "jwe-zip-bomb",
            "pbes2-iterations"),
    ALG_NONE_REFUSED(
            rule("alg-none-refused", MUST, rfc(7518, "3.6"))
                    .summary("A token with alg none is refused, in whatever letters")
                    .why("A token that may say that it needs no signature can be written by anybody.")
                    .clients("Honest ones never send this; it is the first that an attacker tries.")
                    .fix("Configure the algorithms that are accepted; do not forbid single ones by name."),
            "alg-none",
            "alg-none-junk-signature",
            "alg-none-two-parts",
            "alg-none-title-case",
            "alg-none-title-case-junk-signature",
            "alg-none-title-case-two-parts",
            "alg-none-upper-case",
            "alg-none-upper-case-junk-signature",
            "alg-none-upper-case-two-parts",
            "alg-none-mixed-case",
            "alg-none-mixed-case-junk-signature",
            "alg-none-mixed-case-two-parts"),
    ALGORITHM_ALLOWED(
            rule("algorithm-allowed", MUST, rfc(8725, "3.1"))
                    .summary("Only the algorithms that the API has chosen are used")
                    .why("If the token may choose HS256, the public key becomes a secret that everybody knows.")
                    .clients("Honest ones have no say in it; an attacker signs with what is published.")
                    .fix("Give the JWT library the list of algorithms, and never take it from the token."),
            "hmac-public-key-pem",
            "hmac-public-key-pem-newline",
            "hmac-public-key-der",
            "hmac-public-key-jwk",
            "hmac-public-key-modulus",
            "alg-missing",
            "alg-unknown",
            "alg-lower-case"),
    ALGORITHM_FITS_KEY(
            rule("algorithm-fits-key", MUST, rfc(8725, "3.1"))
                    .summary("A key is used with its own algorithm only")
                    .why("A key under an algorithm that it was not made for may verify what nobody signed.")
                    .clients("They cannot tell; their tokens are as weak as the weakest algorithm that is taken.")
                    .fix("Bind each key to one algorithm, by alg in the key set or by configuration, and compare."),
            "alg-key-mismatch",
            "alg-other-hash",
            "alg-other-padding"),
    GUESSABLE_SECRET_REFUSED(
            rule("guessable-secret-refused", MUST, rfc(8725, "3.5"))
                    .summary("No token is accepted that is signed with an empty or a common secret")
                    .why("A program guesses such a secret from one token, and then signs for every user.")
                    .clients("They cannot tell; whoever has guessed the secret is served as any of them.")
                    .fix("Use a random secret as long as the hash, or better a key pair; refuse to start without one."),
            "hmac-secret",
            "hmac-empty-key"),
    ONLY_TRUSTED_KEYS(
            rule("only-trusted-keys", MUST, rfc(8725, "3.8"))
                    .summary("Only keys of the trusted issuer verify a token")
                    .why("A token that may bring its own key, or be signed by a stranger's, can be made by anybody.")
                    .clients("Honest ones notice nothing; an attacker brings token and key together.")
                    .fix("Take keys from the issuer's own key set, and ignore jwk, jku, x5u and x5c of the token."),
            "wrong-key",
            "jwk-embedded",
            "jku-foreign",
            "x5u-foreign",
            "x5c-self-signed"),
    KEY_REFERENCES_DISTRUSTED(
            rule("key-references-distrusted", ADVICE, rfc(8725, "3.10"))
                    .summary("A token that points to a key which the API does not know is refused")
                    .why("Whoever follows kid, jku or x5u opens files, queries and URLs of an attacker's choice.")
                    .clients("A token whose key was withdrawn goes on working for whoever stole the key.")
                    .fix(
                            "Look kid up in the keys that are known, as plain text, and refuse a token that names no such key."),
            "kid-unknown",
            "kid-path-traversal",
            "kid-sql",
            "kid-file-url",
            "kid-10-kb",
            "kid-quotes"),
    CRITICAL_HEADER_UNDERSTOOD(
            rule("critical-header-understood", MUST, rfc(7515, "4.1.11"))
                    .summary("A token is refused if it calls something critical that the API does not understand")
                    .why("Whoever overlooks what was called critical lets a token do more than its issuer meant.")
                    .clients("They believe that a restriction is kept which the API has never read.")
                    .fix("Refuse each token with crit, unless every name in it is implemented and present."),
            "crit-unknown",
            "crit-names-absent",
            "b64-false"),
    DUPLICATE_HEADER_REFUSED(
            rule("duplicate-header-refused", MUST, rfc(7515, "4"))
                    .summary("A token that names two algorithms is refused")
                    .why("A gateway that reads one and an API that reads the other judge two different tokens.")
                    .clients("Honest ones never send this; no issuer writes it.")
                    .fix("Read the header with a parser that refuses a name that stands twice."),
            "duplicate-alg"),
    ISSUER_CHECKED(
            rule("issuer-checked", MUST, rfc(8725, "3.8"))
                    .summary("A token of another issuer is refused, be the name ever so similar")
                    .why("An issuer speaks for its own users only, and the same sub is another person elsewhere.")
                    .clients("A client of the other issuer sees what belongs to a namesake.")
                    .fix("Compare iss with the expected issuer, character by character."),
            "iss-wrong",
            "iss-trailing-slash",
            "iss-upper-case",
            "iss-other-protocol"),
    AUDIENCE_CHECKED(
            rule("audience-checked", MUST, rfc(8725, "3.9"))
                    .summary("A token that is not meant for this API is refused")
                    .why("Otherwise any API that is given a token can use it at this one, as that user.")
                    .clients("They use one token everywhere, and the weakest API decides who gets it.")
                    .fix(
                            "Give the API a name of its own, and refuse tokens whose aud does not hold exactly that name."),
            "wrong-audience",
            "aud-empty-array",
            "aud-array-other",
            "aud-number",
            "aud-suffixed",
            "aud-trailing-slash",
            "aud-upper-case"),
    EXPIRY_CHECKED(
            rule("expiry-checked", MUST, rfc(7519, "4.1.4"))
                    .summary("An expired token is refused")
                    .why("A stolen token works for ever, and a right that was taken away remains.")
                    .clients("They never learn to refresh, and all fail together on the day when somebody mends it.")
                    .fix(
                            "Compare exp with the clock, with a leeway of a minute or two, and refuse an exp that is no time."),
            "expired-token",
            "exp-string",
            "exp-negative"),
    NOT_BEFORE_CHECKED(
            rule("not-before-checked", MUST, rfc(7519, "4.1.5"))
                    .summary("A token that is not good yet is refused")
                    .why("A right that was granted for later, to a new employee perhaps, is used today.")
                    .clients("They use it early, and nobody notices before the audit.")
                    .fix("Compare nbf with the clock, with the leeway of exp."),
            "nbf-future"),
    SUBJECT_CHECKED(
            rule("subject-checked", MUST, rfc(8725, "3.8"))
                    .summary("A token for a user whom the API does not know is refused")
                    .why("Somebody who was deleted, or never was there, still reads and writes.")
                    .clients("They work on for a user who is gone.")
                    .fix("Look sub up among the users of its issuer, and refuse the token if there is nobody."),
            "sub-unknown"),
    OTHER_TOKENS_REFUSED(
            rule("other-tokens-refused", MUST, rfc(8725, "3.12"))
                    .summary("A token that was made for another purpose is no access token")
                    .why("ID and logout tokens reach parties that were never given a right at this API.")
                    .clients("They send the ID token because it works, and show more of the user than they should.")
                    .fix("Check typ and aud, so that no token of another kind passes for an access token."),
            "id-token",
            "refresh-token",
            "logout-token",
            "dpop-proof"),
    FOREIGN_TYPE_REFUSED(
            rule("foreign-type-refused", SECURITY_ADVICE, rfc(8725, "3.11"))
                    .summary("A token whose typ is that of another kind is no access token")
                    .why(
                            "What tells two kinds of token apart is left to each API; typ is the one sign that all of them have.")
                    .clients("They send whatever JWT of the issuer they have at hand, and it works.")
                    .fix("Refuse a typ that belongs to another kind of token, whatever else is right about it."),
            "typ-dpop",
            "typ-logout",
            "typ-secevent",
            "typ-authz-request"),
    CLAIMS_PRESENT(
            rule("claims-present", SECURITY_ADVICE, rfc(9068, "2.2"))
                    .summary("A token without iss, sub, aud or exp is refused")
                    .why(
                            "Nobody answers for it, it is for nobody, it is good everywhere, or it never ends; for JWTs as such all are optional.")
                    .clients("They work with a token that no issuer of access tokens should give.")
                    .fix("Ask for the claims to be there before their values are compared."),
            "iss-missing",
            "sub-missing",
            "aud-missing",
            "aud-null",
            "exp-missing",
            "exp-null"),
    SCOPE_CHECKED(
            rule("scope-checked", MUST, rfc(6749, "7"))
                    .summary("A token without the scope of the operation does not open it")
                    .why("A user who allowed an app to read has not allowed it to write.")
                    .clients("Each of them can do whatever any of them may do.")
                    .fix("Ask at each operation for its scope, as a whole word, and answer 403 where it is missing."),
            "insufficient-scope",
            "scope-missing",
            "scope-empty",
            "scope-substring",
            "scope-upper-case",
            "scope-comma"),
    LOGIN_CHECKED(
            rule("login-checked", MUST, SpecReference.SUITE)
                    .summary("A token whose user logged in too weakly or too long ago does not open what asks for more")
                    .why(
                            "A stolen session, or a password alone, does what was meant for whoever has the second factor at hand.")
                    .clients("They never ask their users to confirm anything, and nobody misses it.")
                    .fix(
                            "Compare acr and auth_time at each operation that asks for a strong or fresh login, and take a claim that is missing for too little."),
            "weaker-login",
            "unnamed-login",
            "older-login",
            "undated-login",
            "weaker-login-without-scope"),
    HEAVY_TOKEN_REFUSED(
            Demand.CLIENT_ERROR,
            rule(
                            "heavy-token-refused",
                            SECURITY_ADVICE,
                            new SpecReference(
                                    "RFC 8725bis draft section 3.13",
                                    "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-rfc8725bis#section-3.13"))
                    .summary("A token that is heavy to read is refused before it is read")
                    .why("One small request keeps a server busy for minutes, or fills its memory.")
                    .clients("Honest ones wait behind the attacker's request, or get a 5xx.")
                    .fix("Limit length, depth, inflated size and rounds of hashing before anything is unpacked."),
            "deep-json",
            "huge-claims",
            "jwe-zip-bomb",
            "pbes2-iterations"),
    REQUIRED_CLAIMS_CHECKED(
            rule("required-claims-checked", MUST, rfc(9068, "2.2"), "rfc9068")
                    .summary("A token without iss, sub, aud or exp is refused")
                    .why("Nobody answers for it, it is for nobody, it is good everywhere, or it never ends.")
                    .clients("They work with a token that no issuer of access tokens may give.")
                    .fix("Ask for the claims to be there before their values are compared."),
            "iss-missing",
            "sub-missing",
            "aud-missing",
            "aud-null",
            "exp-missing",
            "exp-null"),
    ACCESS_TOKEN_TYPE_CHECKED(
            rule("access-token-type-checked", MUST, rfc(9068, "4"), "rfc9068")
                    .summary("Only a token whose typ is at+jwt is taken for an access token")
                    .why("Without its type, an ID token or any other JWT of the issuer opens the API.")
                    .clients("They send whatever JWT they have at hand, and it works.")
                    .fix(
                            "Compare typ with at+jwt and application/at+jwt, without regard to case, and refuse the rest."),
            "typ-missing",
            "typ-jwt",
            "typ-dpop",
            "typ-logout",
            "typ-secevent",
            "typ-authz-request",
            "id-token");

    private final Admission admission;

    JwtRule(RuleInfo info, String... conditions) {
        this(Demand.REFUSED, info, conditions);
    }

    JwtRule(Demand demand, RuleInfo info, String... conditions) {
        this.admission = new Admission(demand, Trait.BEARER, Set.of(conditions), info);
    }

    @Override
    public Admission admission() {
        return admission;
    }
}
