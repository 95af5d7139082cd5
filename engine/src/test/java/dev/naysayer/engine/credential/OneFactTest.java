package dev.naysayer.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.SourceDeclaration;
import dev.naysayer.dsl.SourceDeclaration.Setting;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import java.math.BigInteger;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A bad credential is the good one but for one fact, or a refusal would prove nothing. */
class OneFactTest {

    static final List<CredentialCondition> CONDITIONS = CredentialConditions.ALL;

    /** Condition to the fact in which its credential differs. */
    private static final Map<String, String> FACTS = Map.of(
            "no-token", "headers",
            "wrong-scheme", "scheme",
            "malformed-token", "form",
            "bad-signature", "signature",
            "expired-token", "payload exp",
            "wrong-audience", "payload aud",
            "insufficient-scope", "payload scope");

    private static final Instant NOW = Instant.parse("2026-05-04T10:15:30.987Z");
    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Position AT = new Position("orders.auth.yaml", 4, 11);
    private static final Operation OPERATION = new Operation(
            AT, "GET", "/orders", Map.of(), List.of("orders:read", "orders:list"), false, List.of(), null);

    private static RSAKey key;
    private static Credentials credentials;

    @BeforeAll
    static void open() throws JOSEException, UnusableSource {
        key = new RSAKeyGenerator(2048).keyID("made-at-run-time").generate();
        Map<String, Setting> settings = Map.of(
                "issuer", new Setting(AT, new Secret("https://issuer.example")),
                "audience", new Setting(AT, new Secret("https://orders.example")),
                "key", new Setting(AT, new Secret(key.toJSONString())),
                "algorithm", new Setting(AT, new Secret("PS256")));
        credentials = Credentials.open(
                new CredentialDeclaration(AT, "bearer", List.of(new SourceDeclaration(AT, "mint", settings))),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @FieldSource("CONDITIONS")
    void a_condition_changes_exactly_one_fact(CredentialCondition condition) throws JOSEException {
        Map<String, Object> good = facts(good());
        Map<String, Object> bad = facts(bad(condition.info().name()));

        assertThat(differences(good, bad))
                .containsExactly(FACTS.get(condition.info().name()));
    }

    @Test
    void the_good_credential_is_good() throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token(good()));
        JWTClaimsSet claims = jwt.getJWTClaimsSet();

        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(jwt.getHeader().getKeyID()).isEqualTo("made-at-run-time");
        assertThat(claims.getIssuer()).isEqualTo("https://issuer.example");
        assertThat(claims.getAudience()).containsExactly("https://orders.example");
        assertThat(claims.getStringClaim("scope")).isEqualTo("orders:read orders:list");
        assertThat(claims.getIssueTime()).isBefore(Date.from(NOW.minus(LEEWAY)));
        assertThat(claims.getExpirationTime()).isAfter(Date.from(NOW.plus(LEEWAY)));
    }

    @Test
    void without_a_token_nothing_is_presented() {
        assertThat(bad("no-token")).isEqualTo(Credential.NONE);
    }

    @Test
    void under_the_wrong_scheme_the_token_is_the_same() {
        assertThat(token(bad("wrong-scheme"))).isEqualTo(token(good()));
    }

    @Test
    void a_malformed_token_lost_nothing_but_its_dots() {
        assertThat(token(bad("malformed-token"))).isEqualTo(token(good()).replace('.', '-'));
    }

    @Test
    void a_bad_signature_differs_in_one_decoded_bit() throws ParseException {
        SignedJWT good = SignedJWT.parse(token(good()));
        SignedJWT bad = SignedJWT.parse(token(bad("bad-signature")));
        BigInteger goodSignature = good.getSignature().decodeToBigInteger();
        BigInteger badSignature = bad.getSignature().decodeToBigInteger();

        assertThat(bad.getSigningInput()).isEqualTo(good.getSigningInput());
        assertThat(bad.getSignature().decode())
                .hasSameSizeAs(good.getSignature().decode());
        assertThat(goodSignature.xor(badSignature).bitCount()).isEqualTo(1);
    }

    @Test
    void an_expired_token_is_past_any_leeway_and_was_good_once() throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(token(bad("expired-token"))).getJWTClaimsSet();

        assertThat(claims.getExpirationTime())
                .isBeforeOrEqualTo(Date.from(NOW.minus(LEEWAY).minusSeconds(60)))
                .isAfter(claims.getIssueTime());
    }

    @ParameterizedTest
    @FieldSource("CONDITIONS")
    void equal_claims_are_minted_once(CredentialCondition condition) {
        String name = condition.info().name();

        // PS256 salts each signature: tokens that are equal were signed once.
        assertThat(bad(name)).isEqualTo(bad(name));
    }

    @ParameterizedTest
    @FieldSource("CONDITIONS")
    void every_token_that_is_presented_is_kept_as_a_secret(CredentialCondition condition) {
        Credential bad = bad(condition.info().name());

        if (!bad.headers().isEmpty()) {
            assertThat(bad.secrets()).extracting(Secret::reveal).containsExactly(token(bad));
        }
    }

    private static Credential good() {
        return credentials.present(credentials.good(OPERATION));
    }

    private static Credential bad(String condition) {
        return credentials.present(CredentialConditions.named(condition).applyTo(credentials.good(OPERATION)));
    }

    private static String[] authorization(Credential credential) {
        return Objects.requireNonNull(credential.headers().get("Authorization"))
                .reveal()
                .split(" ", 2);
    }

    private static String token(Credential credential) {
        return authorization(credential)[1];
    }

    /** All that can be read from a credential; of one without a token, or with a token that is no JWT, only the outside. */
    private static Map<String, Object> facts(Credential credential) throws JOSEException {
        Map<String, Object> facts =
                new TreeMap<>(Map.of("headers", credential.headers().keySet()));
        if (credential.headers().isEmpty()) {
            return facts;
        }
        facts.put("scheme", authorization(credential)[0]);
        try {
            SignedJWT jwt = SignedJWT.parse(token(credential));
            facts.put("form", "JWT");
            jwt.getHeader().toJSONObject().forEach((name, value) -> facts.put("header " + name, value));
            jwt.getJWTClaimsSet().toJSONObject().forEach((name, value) -> facts.put("payload " + name, value));
            facts.put("signature", jwt.verify(new RSASSAVerifier(key)) ? "verifies" : "does not verify");
        } catch (ParseException e) {
            facts.put("form", "no JWT");
        }
        return facts;
    }

    private static Set<String> differences(Map<String, Object> good, Map<String, Object> bad) {
        Set<String> names = new TreeSet<>(good.keySet());
        names.addAll(bad.keySet());
        if (!bad.containsKey("signature")) {
            names.retainAll(bad.keySet());
        }
        names.removeIf(name -> Objects.equals(good.get(name), bad.get(name)));
        return names;
    }
}
