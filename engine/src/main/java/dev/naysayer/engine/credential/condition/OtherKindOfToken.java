package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.JwtChange;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import dev.naysayer.engine.standard.Clause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A token that was made for another purpose, in every respect. */
final class OtherKindOfToken {

    private static final String CLIENT = "naysayer-client";

    /** What no DPoP proof says (RFC 9449 section 4.2). */
    private static final Set<String> SAID_BY_ISSUERS = Set.of("iss", "sub", "aud", "scope", "exp");

    static final List<CredentialCondition> VARIANTS = List.of(
            of(
                    words("id-token", "an ID token of the same issuer and subject")
                            .changes("header typ", "claim aud", "claim nonce", "claim at_hash", "claim scope"),
                    "An ID token tells a client who logged in, and gives it no right at any API.",
                    must(rfc(7519, "4.1.3")),
                    OtherKindOfToken::idToken),
            of(
                    words("logout-token", "a logout token of the same issuer and subject")
                            .changes("header typ", "claim aud", "claim jti", "claim events", "claim scope"),
                    "A logout token travels to every client, and each could use it.",
                    must(rfc(7519, "4.1.3")),
                    OtherKindOfToken::logoutToken),
            of(
                    words("dpop-proof", "a DPoP proof, which a client signs itself")
                            .needs(Need.JWT)
                            .changes(
                                    "header typ",
                                    "header jwk",
                                    "header kid",
                                    "claim iss",
                                    "claim sub",
                                    "claim aud",
                                    "claim scope",
                                    "claim exp",
                                    "claim iat",
                                    "claim jti",
                                    "claim htm",
                                    "claim htu",
                                    "signature"),
                    "Any client can make one with a key of its own.",
                    must(rfc(8725, "3.8")),
                    OtherKindOfToken::dpopProof));

    private OtherKindOfToken() {}

    private static ConditionInfo.Builder words(String name, String meaning) {
        return ConditionInfo.of(JWT, name, meaning);
    }

    private static CredentialCondition of(ConditionInfo.Builder words, String why, Clause clause, JwtChange change) {
        return Variant.of(words.because(why, clause), change);
    }

    private static JwtDraft idToken(JwtDraft good, JwtForge forge) {
        return good.withHeader("typ", "JWT")
                .withClaim("aud", CLIENT)
                .withClaim("nonce", "naysayer-nonce")
                .withClaim("at_hash", "bmF5c2F5ZXItYXQtaGFzaA")
                .withoutClaim("scope");
    }

    private static JwtDraft logoutToken(JwtDraft good, JwtForge forge) {
        return good.withHeader("typ", "logout+jwt")
                .withClaim("aud", CLIENT)
                .withClaim("jti", "naysayer-logout")
                .withClaim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .withoutClaim("scope");
    }

    private static JwtDraft dpopProof(JwtDraft good, JwtForge forge) throws NotObtainable {
        ForeignKey key = ForeignKeys.like(good);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", "naysayer-proof");
        claims.put("htm", "GET");
        claims.put("htu", "https://api.naysayer.invalid/");
        claims.put("iat", forge.now().getEpochSecond());
        good.claims().forEach((name, value) -> {
            // What an issuer says beyond the usual stays: a client can copy it, and an API must not believe it.
            if (!SAID_BY_ISSUERS.contains(name)) {
                claims.putIfAbsent(name, value);
            }
        });
        return JwtDraft.good(good.header(), claims)
                .withHeader("typ", "dpop+jwt")
                .withHeader("jwk", key.jwk())
                .withoutHeader("kid")
                .signedBy(key);
    }
}
