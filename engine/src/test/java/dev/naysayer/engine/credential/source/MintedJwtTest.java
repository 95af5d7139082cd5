package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that are signed here, with a key of the suite or with that of the tests' own issuer. */
class MintedJwtTest {

    private static final String SHARED = TrialKeys.symmetricJwk(32);
    private static final NamedSettings EMBEDDED =
            Declared.source("mint", "issuer", "embedded", "audience", "https://orders.example");

    private final TrialContext trial = new TrialContext();

    private static TokenRequest request(TokenNeed.Kind need) {
        return new TokenRequest("a-condition", need, List.of("orders:read", "orders:write"));
    }

    private TokenSupply shared() throws UnusableSource {
        return new MintedJwt()
                .open(
                        Declared.source(
                                "mint",
                                "issuer",
                                "https://issuer.example",
                                "audience",
                                "https://orders.example",
                                "key",
                                SHARED,
                                "key-id",
                                "2026-1",
                                "type",
                                "at+jwt"),
                        trial.context());
    }

    @Test
    void a_good_token_says_what_the_suite_says() throws Exception {
        Token token = shared().token(request(TokenNeed.Kind.GOOD));

        SignedJWT jwt = SignedJWT.parse(token.text().reveal());
        assertThat(jwt.verify(new MACVerifier(OctetSequenceKey.parse(SHARED)))).isTrue();
        assertThat(jwt.getHeader().toJSONObject())
                .containsEntry("alg", "HS256")
                .containsEntry("kid", "2026-1")
                .containsEntry("typ", "at+jwt");
        assertThat(jwt.getJWTClaimsSet().getClaims())
                .containsEntry("iss", "https://issuer.example")
                .containsEntry("sub", "naysayer")
                .containsEntry("aud", List.of("https://orders.example"))
                .containsEntry("scope", "orders:read orders:write");
        assertThat(jwt.getJWTClaimsSet().getExpirationTime()).isEqualTo(TrialContext.START.plusSeconds(3660));
        assertThat(token.expiresAt()).isEqualTo(TrialContext.START.plusSeconds(3660));
        assertThat(trial.secrets).contains(SHARED);
    }

    private TokenSupply saying(String setting, String json) throws UnusableSource {
        return new MintedJwt()
                .open(
                        Declared.source(
                                "mint",
                                "issuer",
                                "https://issuer.example",
                                "audience",
                                "https://orders.example",
                                "key",
                                SHARED,
                                setting,
                                json),
                        trial.context());
    }

    @Test
    void a_token_says_further_claims_and_members_of_the_header_with_all_their_digits() throws Exception {
        String claims =
                "{\"roles\":[\"auditor\"],\"tenant\":{\"id\":\"a1\"},\"number\":12345678901234567890,\"none\":null}";

        Token token = saying("claims", claims).token(request(TokenNeed.Kind.GOOD));

        String payload = token.text().reveal().split("\\.", -1)[1];
        assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .contains("\"iss\":\"https://issuer.example\"")
                .endsWith("," + claims.substring(1));
        assertThat(SignedJWT.parse(saying("header", "{\"x5t\":\"thumbprint\"}")
                                .token(request(TokenNeed.Kind.GOOD))
                                .text()
                                .reveal())
                        .getHeader()
                        .toJSONObject())
                .containsEntry("x5t", "thumbprint")
                .containsEntry("typ", "JWT");
    }

    @Test
    void a_good_token_that_says_already_what_a_condition_would_make_it_say_is_not_sent_as_a_bad_one() throws Exception {
        TokenNeed empty = CredentialConditions.named("crit-empty").need();
        TokenRequest request = new TokenRequest("crit-empty", empty, List.of());

        assertThat(saying("header", "{\"cty\":\"text\"}").token(request)).isNotNull();
        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> saying("header", "{\"crit\":[]}").token(request)))
                .hasMessage("because the good token says so itself, by 'claims' or 'header' below 'mint',"
                        + " add another value there, or leave this scenario out");
    }

    @Test
    void what_another_key_makes_a_good_token_say_is_sent_as_before() throws Exception {
        TokenNeed jwt = CredentialConditions.named("typ-jwt").need();

        Token token = saying("claims", "{\"roles\":[]}").token(new TokenRequest("typ-jwt", jwt, List.of()));

        assertThat(SignedJWT.parse(token.text().reveal()).getHeader().toJSONObject())
                .containsEntry("typ", "JWT");
    }

    @Test
    void an_expired_token_expired_before_leeway_and_a_minute() throws Exception {
        Token token = shared().token(request(TokenNeed.Kind.EXPIRED));

        assertThat(SignedJWT.parse(token.text().reveal()).getJWTClaimsSet().getExpirationTime())
                .isEqualTo(TrialContext.START.minusSeconds(120));
    }

    @Test
    void no_leeway_lets_a_token_expire_before_it_was_issued_or_begin_after_it_expires() throws Exception {
        Duration longest = Duration.ofHours(1);
        NamedSettings mint = Declared.source(
                "mint", "issuer", "https://issuer.example", "audience", "https://orders.example", "key", SHARED);
        TokenSupply supply =
                new MintedJwt().open(mint, trial.context(trial.clock, longest, IssuerHttp.UNCONNECTED, null));

        JWTClaimsSet expired = claims(supply.token(request(TokenNeed.Kind.EXPIRED)));
        assertThat(expired.getExpirationTime()).isAfter(expired.getIssueTime());

        TokenNeed later = CredentialConditions.named("nbf-future").need();
        JWTClaimsSet future = claims(supply.token(new TokenRequest("nbf-future", later, List.of())));
        assertThat(future.getNotBeforeTime()).isBefore(future.getExpirationTime());
    }

    private static JWTClaimsSet claims(Token token) throws ParseException {
        return SignedJWT.parse(token.text().reveal()).getJWTClaimsSet();
    }

    @Test
    void another_audience_and_another_scope_change_one_claim() throws Exception {
        TokenSupply mint = shared();

        assertThat(TokenText.claims(mint.token(request(TokenNeed.Kind.OTHER_AUDIENCE))
                        .text()
                        .reveal()))
                .containsEntry("aud", "https://another-api.invalid")
                .containsEntry("scope", "orders:read orders:write");
        assertThat(TokenText.claims(
                        mint.token(request(TokenNeed.Kind.OTHER_SCOPE)).text().reveal()))
                .containsEntry("aud", "https://orders.example")
                .containsEntry("scope", "naysayer:nothing");
    }

    @Test
    void nobody_revokes_or_captured_what_is_minted_here() throws Exception {
        TokenSupply mint = shared();

        assertThat(catchThrowableOfType(NotObtainable.class, () -> mint.token(request(TokenNeed.Kind.REVOKED))))
                .hasMessage("because a token that was minted here is known to no issuer who could revoke it,"
                        + " add 'client-credentials' with a revocation endpoint");
        assertThat(catchThrowableOfType(NotObtainable.class, () -> mint.token(request(TokenNeed.Kind.CAPTURED))))
                .hasMessage("because only a token that was captured can be wrong in this way,"
                        + " add it below 'token', as 'a-condition'");
    }

    @Test
    void the_embedded_issuer_signs_with_the_key_that_it_publishes() throws Exception {
        try (LocalIssuer issuer = LocalIssuer.start()) {
            TokenSupply mint = new MintedJwt().open(EMBEDDED, trial.context(IssuerHttp.UNCONNECTED, issuer));

            SignedJWT jwt = SignedJWT.parse(
                    mint.token(request(TokenNeed.Kind.GOOD)).text().reveal());

            String published =
                    new LoopbackHttp().get(URI.create(issuer.url() + "/jwks")).body();
            JWK key = JWKSet.parse(published).getKeyByKeyId(jwt.getHeader().getKeyID());
            assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
            assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo(issuer.url());
            assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("https://orders.example");
        }
    }

    @Test
    void an_embedded_issuer_that_does_not_run_is_told_when_a_token_is_wanted() throws Exception {
        TokenSupply mint = new MintedJwt().open(EMBEDDED, trial.context());

        assertThat(catchThrowableOfType(SourceFailed.class, () -> mint.token(request(TokenNeed.Kind.GOOD))))
                .hasMessage(
                        "the embedded issuer runs only for a target that the build starts: let @SpringBootTest or a ContractTarget"
                                + " start the API, or give 'issuer' and 'key' of an issuer that it trusts");
    }

    record Wrong(String name, int line, String message, String nextStep, List<String> settings) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Wrong wrong(String name, int line, String message, String nextStep, String... settings) {
        return new Wrong(name, line, message, nextStep, List.of(settings));
    }

    static Stream<Wrong> wrong_declarations() {
        return Stream.of(
                wrong(
                        "no key",
                        4,
                        "'mint' has no key to sign with",
                        "give 'key' or 'key-store'; or 'issuer: embedded', if the build starts the API",
                        "issuer",
                        "https://issuer.example",
                        "audience",
                        "a"),
                wrong(
                        "two keys",
                        8,
                        "'mint' signs with one key",
                        "leave out 'key' or 'key-store'",
                        "issuer",
                        "https://issuer.example",
                        "audience",
                        "a",
                        "key",
                        SHARED,
                        "key-store",
                        "keys.p12"),
                wrong(
                        "an alias without a store",
                        8,
                        "'key-alias' belongs to a key store",
                        "leave it out, or give 'key-store' in place of 'key'",
                        "issuer",
                        "https://issuer.example",
                        "audience",
                        "a",
                        "key",
                        SHARED,
                        "key-alias",
                        "orders"),
                wrong(
                        "embedded with a key",
                        7,
                        "the embedded issuer has a key of its own",
                        "leave 'key' out, or give 'issuer' as the API knows it",
                        "issuer",
                        "embedded",
                        "audience",
                        "a",
                        "key",
                        SHARED),
                wrong(
                        "embedded with another algorithm",
                        7,
                        "the embedded issuer signs by RS256",
                        "leave 'algorithm' out",
                        "issuer",
                        "embedded",
                        "audience",
                        "a",
                        "algorithm",
                        "ES256"),
                wrong(
                        "claims that are said elsewhere",
                        8,
                        "'claims' holds what is said elsewhere: iss, exp, scp",
                        "iss: say it by 'issuer'; exp: leave it out, each token has its own;"
                                + " scp: name scopes at the operations, 'scope: orders:read'",
                        "issuer",
                        "https://issuer.example",
                        "audience",
                        "a",
                        "key",
                        SHARED,
                        "claims",
                        "{\"iss\":\"b\",\"roles\":[],\"exp\":1,\"scp\":[]}"),
                wrong(
                        "a header that is said elsewhere, of the embedded issuer",
                        7,
                        "'header' holds what is said elsewhere: alg",
                        "alg: say it by 'algorithm'",
                        "issuer",
                        "embedded",
                        "audience",
                        "a",
                        "header",
                        "{\"alg\":\"none\"}"),
                wrong(
                        "a short secret",
                        7,
                        "the shared secret is too short for HMAC",
                        "HS256 needs 32 bytes, HS384 48 and HS512 64 (RFC 7518 section 3.2)",
                        "issuer",
                        "https://issuer.example",
                        "audience",
                        "a",
                        "key",
                        TrialKeys.symmetricJwk(31)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong_declarations")
    void a_declaration_that_does_not_fit_together_is_told_at_its_place(Wrong wrong) {
        UnusableSource problem = catchThrowableOfType(
                UnusableSource.class,
                () -> new MintedJwt()
                        .open(Declared.source("mint", wrong.settings().toArray(String[]::new)), trial.context()));

        assertThat(problem).hasMessage(wrong.message()).hasNoCause();
        assertThat(problem.nextStep()).isEqualTo(wrong.nextStep());
        assertThat(problem.at()).isEqualTo(Declared.line(wrong.line()));
    }
}
