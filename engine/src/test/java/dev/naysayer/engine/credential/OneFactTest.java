package dev.naysayer.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import java.text.ParseException;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad credential is the good one but for one fact, or a refusal would prove nothing. */
class OneFactTest {

    private static final Set<Need> NOT_MINTED = Set.of(Need.REVOCATION, Need.CAPTURED_TOKEN);

    static final List<CredentialCondition> MINTED = CredentialConditions.ALL.stream()
            .filter(condition -> condition.info().group() == ConditionGroup.JWT)
            .filter(condition -> condition.info().needs().stream().noneMatch(NOT_MINTED::contains))
            .toList();

    static final List<CredentialCondition> MINTED_WITH_EC = MINTED.stream()
            .filter(condition -> !condition.info().name().startsWith("hmac-public-key-"))
            .filter(condition -> !condition.info().name().startsWith("alg-other-"))
            .toList();

    private static RSAKey rsaKey;
    private static CredentialMaker rsa;
    private static CredentialMaker ec;
    private static CredentialMaker rich;
    private static JWSVerifier rsaVerifier;
    private static JWSVerifier ecVerifier;

    @BeforeAll
    static void open() throws JOSEException, UnusableSource {
        rsaKey = new RSAKeyGenerator(2048).keyID("made-at-run-time").generate();
        ECKey ecKey = new ECKeyGenerator(Curve.P_256).keyID("made-at-run-time").generate();
        // PS256 salts each signature: tokens that are equal were signed once.
        rsa = TrialCredentials.minting(rsaKey, "PS256");
        ec = TrialCredentials.minting(ecKey, "ES256");
        rich = TrialCredentials.minting(
                rsaKey,
                "PS256",
                Map.of(
                        "claims",
                        "{\"roles\":[\"auditor\",\"clerk\"],\"tenant\":{\"id\":\"a1\",\"of\":null},\"level\":3,\"nbf\":1700000000}",
                        "header",
                        "{\"x5t\":\"thumbprint\",\"cty\":\"text\"}"));
        rsaVerifier = new RSASSAVerifier(rsaKey);
        ecVerifier = new ECDSAVerifier(ecKey);
    }

    @ParameterizedTest
    @FieldSource("MINTED")
    void a_condition_changes_the_facts_that_it_names(CredentialCondition condition) throws JOSEException {
        Set<String> differences = facts(good(rsa), rsaVerifier).differences(facts(bad(rsa, condition), rsaVerifier));

        assertThat(differences).containsExactlyInAnyOrderElementsOf(named(condition));
    }

    @ParameterizedTest
    @FieldSource("MINTED_WITH_EC")
    void it_does_so_with_an_ec_key_too(CredentialCondition condition) throws JOSEException {
        Set<String> differences = facts(good(ec), ecVerifier).differences(facts(bad(ec, condition), ecVerifier));

        Set<String> named = named(condition);
        if (condition.info().name().startsWith("psychic-signature")) {
            // The good algorithm is ES256 already.
            named.remove("header alg");
        }
        assertThat(differences).containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @FieldSource("MINTED")
    void it_changes_no_more_of_a_token_that_says_more(CredentialCondition condition) throws JOSEException {
        Set<String> differences = facts(good(rich), rsaVerifier).differences(facts(bad(rich, condition), rsaVerifier));

        assertThat(differences).containsExactlyInAnyOrderElementsOf(named(condition));
    }

    @Test
    void the_good_credential_is_good() throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token(good(rsa)));
        JWTClaimsSet claims = jwt.getJWTClaimsSet();

        assertThat(jwt.verify(new RSASSAVerifier(rsaKey))).isTrue();
        assertThat(jwt.getHeader().getKeyID()).isEqualTo("made-at-run-time");
        assertThat(claims.getIssuer()).isEqualTo("https://issuer.example");
        assertThat(claims.getAudience()).containsExactly("https://orders.example");
        assertThat(claims.getStringClaim("scope")).isEqualTo("orders:read orders:list");
        assertThat(claims.getIssueTime()).isBefore(Date.from(TrialCredentials.NOW.minus(TrialCredentials.LEEWAY)));
        assertThat(claims.getExpirationTime()).isAfter(Date.from(TrialCredentials.NOW.plus(TrialCredentials.LEEWAY)));
    }

    @Test
    void without_a_token_nothing_is_presented() {
        assertThat(bad(rsa, CredentialConditions.named("no-token"))).isEqualTo(Credential.NONE);
    }

    @Test
    void a_bad_signature_differs_in_one_decoded_bit() throws ParseException {
        SignedJWT good = SignedJWT.parse(token(good(rsa)));
        SignedJWT bad = SignedJWT.parse(token(bad(rsa, CredentialConditions.named("bad-signature"))));

        assertThat(bad.getSigningInput()).isEqualTo(good.getSigningInput());
        assertThat(good.getSignature()
                        .decodeToBigInteger()
                        .xor(bad.getSignature().decodeToBigInteger())
                        .bitCount())
                .isEqualTo(1);
    }

    @Test
    void an_expired_token_is_past_any_leeway_and_was_good_once() throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(token(bad(rsa, CredentialConditions.named("expired-token"))))
                .getJWTClaimsSet();

        assertThat(claims.getExpirationTime())
                .isBeforeOrEqualTo(Date.from(
                        TrialCredentials.NOW.minus(TrialCredentials.LEEWAY).minusSeconds(60)))
                .isAfter(claims.getIssueTime());
    }

    @Test
    void a_line_feed_stays_one() {
        assertThat(token(bad(rsa, CredentialConditions.named("newline-inside"))))
                .contains("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newline-inside", "deep-json", "huge-claims"})
    void what_a_client_would_not_send_as_it_stands_goes_out_byte_for_byte(String condition) {
        assertThat(bad(rsa, CredentialConditions.named(condition)).verbatim()).isTrue();
    }

    @Test
    void what_a_key_cannot_do_is_said() {
        Presented presented =
                ec.present(CredentialConditions.named("alg-other-hash").applyTo(TrialCredentials.GOOD));

        assertThat(presented)
                .isInstanceOfSatisfying(
                        Presented.Unobtainable.class,
                        none -> assertThat(none.reason())
                                .isEqualTo("because the key that the API trusts is no RSA key,"
                                        + " add 'mint' with an RSA key, or leave this scenario out"));
    }

    @ParameterizedTest
    @FieldSource("MINTED")
    void equal_requests_are_minted_once(CredentialCondition condition) {
        assertThat(bad(rsa, condition)).isEqualTo(bad(rsa, condition));
    }

    @ParameterizedTest
    @FieldSource("MINTED")
    void every_token_that_is_presented_is_kept_as_a_secret_unless_it_is_made_up(CredentialCondition condition) {
        Credential bad = bad(rsa, condition);
        boolean madeUp = condition.applyTo(TrialCredentials.GOOD).need() == TokenNeed.Kind.NONE;

        assertThat(madeUp ? bad.madeUp() : bad.secrets())
                .extracting(Secret::reveal)
                .containsExactly(token(bad));
        assertThat(madeUp ? bad.secrets() : bad.madeUp()).isEmpty();
    }

    private static Set<String> named(CredentialCondition condition) {
        Set<String> named = new HashSet<>(condition.info().changes());
        named.remove("nothing");
        return named;
    }

    private static Credential good(CredentialMaker credentials) {
        return bad(credentials, CredentialConditions.CONTROL);
    }

    private static Credential bad(CredentialMaker credentials, CredentialCondition condition) {
        Presented presented = credentials.present(condition.applyTo(TrialCredentials.GOOD));
        assertThat(presented).isInstanceOf(Presented.Ready.class);
        return ((Presented.Ready) presented).credential();
    }

    private static JwtFacts facts(Credential credential, JWSVerifier verifier) throws JOSEException {
        Set<JWSAlgorithm> algorithms = verifier == rsaVerifier ? JWSAlgorithm.Family.RSA : Set.of(JWSAlgorithm.ES256);
        return new JwtFacts(token(credential), verifier, algorithms);
    }

    private static String token(Credential credential) {
        String field = credential.fields().get(0).value().reveal();
        assertThat(field).startsWith("Bearer ");
        return field.substring("Bearer ".length());
    }
}
