package dev.naysayer.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A verifier that does its work takes every good token and refuses every bad one: so the tokens are what they are said to be. */
class SoundVerifierTest {

    private static final Set<Need> NOT_MINTED = Set.of(Need.REVOCATION, Need.CAPTURED_TOKEN);

    /** What this verifier does not look at, or looks at loosely; the API around it has to. */
    private static final Set<String> NOT_ITS_WORK = Set.of(
            "cnf-jkt", "cnf-x5t", "huge-claims", "payload-not-utf8", "exp-null", "blank-inside", "newline-inside");

    private static final List<CredentialCondition> MINTED = CredentialConditions.ALL.stream()
            .filter(condition -> condition.info().group() == ConditionGroup.JWT)
            .filter(condition -> condition.info().needs().stream().noneMatch(NOT_MINTED::contains))
            .toList();

    static final List<CredentialCondition> GOOD =
            MINTED.stream().filter(condition -> condition.info().positive()).toList();

    static final List<CredentialCondition> BAD = MINTED.stream()
            .filter(condition -> !condition.info().expectation().statuses().accepted())
            .filter(condition ->
                    condition.info().expectation().statuses().refusals().contains(401))
            .filter(condition -> !NOT_ITS_WORK.contains(condition.info().name()))
            .toList();

    private static final DefaultJWTProcessor<SecurityContext> VERIFIER = new DefaultJWTProcessor<>();

    private static CredentialMaker credentials;

    @BeforeAll
    static void open() throws JOSEException, UnusableSource {
        RSAKey key = new RSAKeyGenerator(2048).keyID("made-at-run-time").generate();
        credentials = TrialCredentials.minting(key, "RS256");
        VERIFIER.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("orders+jwt"),
                new JOSEObjectType("at+jwt"),
                new JOSEObjectType("application/at+jwt")));
        VERIFIER.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()))));
        VERIFIER.setJWTClaimsSetVerifier(new Claims());
    }

    @ParameterizedTest
    @FieldSource("GOOD")
    void it_takes_what_is_good(CredentialCondition condition) throws JOSEException {
        assertThat(isTaken(condition)).as(condition.info().name()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("BAD")
    void it_refuses_what_is_bad(CredentialCondition condition) throws JOSEException {
        assertThat(isTaken(condition)).as(condition.info().name()).isFalse();
    }

    @Test
    void there_is_enough_of_both() {
        assertThat(GOOD).hasSizeGreaterThan(4);
        assertThat(BAD).hasSizeGreaterThan(60);
    }

    private static boolean isTaken(CredentialCondition condition) throws JOSEException {
        Presented presented = credentials.present(condition.applyTo(TrialCredentials.GOOD));
        String field = ((Presented.Ready) presented)
                .credential()
                .fields()
                .get(0)
                .value()
                .reveal();
        try {
            VERIFIER.process(field.substring("Bearer ".length()), null);
            return true;
        } catch (ParseException | BadJOSEException e) {
            return false;
        }
    }

    /** As an API checks them, at the time that the tokens are made for. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        Claims() {
            super(
                    "https://orders.example",
                    new JWTClaimsSet.Builder().issuer("https://issuer.example").build(),
                    Set.of("exp", "sub"));
            setMaxClockSkew((int) TrialCredentials.LEEWAY.toSeconds());
        }

        @Override
        protected Date currentTime() {
            return Date.from(TrialCredentials.NOW);
        }
    }
}
