package dev.naysayer.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.jwt.JwtChange;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import dev.naysayer.engine.credential.jwt.PublishedKey;
import java.security.PublicKey;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What anybody could make can be made of any good token, without the key that the API trusts. */
class AnyJwtTest {

    static final List<CredentialCondition> OF_ANY_JWT =
            conditions(List.of(Set.of(), Set.of(Need.JWT), Set.of(Need.PUBLIC_KEY)));
    static final List<CredentialCondition> OF_THE_KEY = conditions(List.of(Set.of(Need.SIGNING_KEY)));
    static final List<CredentialCondition> FORGED = CredentialConditions.ALL.stream()
            .filter(condition -> condition.applyTo(TrialCredentials.GOOD).need() instanceof TokenNeed.Forged)
            .toList();

    private static TokenDesk desk;
    private static RSAKey issuers;
    private static String given;

    @BeforeAll
    static void sign() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder().subject("somebody").build());
        issuers = new RSAKeyGenerator(2048).generate();
        jwt.sign(new RSASSASigner(issuers));
        given = jwt.serialize();
        desk = new TokenDesk(
                List.of(new GoodOnly(PublishedKey.UNKNOWN), new GoodOnly(good -> publicKey())),
                TrialCredentials.context());
    }

    private static PublicKey publicKey() throws NotObtainable {
        try {
            return issuers.toPublicKey();
        } catch (JOSEException e) {
            throw new NotObtainable("the key has no public half", "another key");
        }
    }

    private record GoodOnly(PublishedKey published) implements TokenSupply {

        @Override
        public Token token(TokenRequest request) throws NotObtainable {
            if (request.need() == TokenNeed.Kind.GOOD) {
                return new Token(new Secret(given), null);
            }
            throw new NotObtainable("only a good token is given", "another source");
        }
    }

    @ParameterizedTest
    @FieldSource("OF_ANY_JWT")
    void any_good_token_will_do(CredentialCondition condition) throws NotObtainable, SourceFailed {
        String made = made(condition);

        if (condition.info().changes().equals(List.of("nothing"))) {
            assertThat(made).isEqualTo(given);
        } else {
            assertThat(made).isNotEqualTo(given);
        }
    }

    @Test
    void whoever_reads_the_public_key_can_sign_with_it_as_a_secret() throws Exception {
        SignedJWT made = SignedJWT.parse(made(CredentialConditions.named("hmac-public-key-der")));

        assertThat(made.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(made.verify(new MACVerifier(publicKey().getEncoded()))).isTrue();
        assertThat(made.getJWTClaimsSet().getSubject()).isEqualTo("somebody");
    }

    @Test
    void a_public_key_that_nobody_publishes_is_told_once_with_what_to_add() {
        TokenDesk silent = new TokenDesk(
                List.of(new GoodOnly(PublishedKey.UNKNOWN), new GoodOnly(PublishedKey.UNKNOWN)),
                TrialCredentials.context());
        Blueprint blueprint = CredentialConditions.named("hmac-public-key-pem").applyTo(TrialCredentials.GOOD);

        assertThatExceptionOfType(NotObtainable.class)
                .isThrownBy(() -> silent.token(blueprint))
                .withMessage("because only a good token is given; nobody says where the public key of the good token's"
                        + " issuer is published, add another source, or 'jwks' to the source of the good token, or 'mint'"
                        + " with a key that the API trusts");
    }

    @ParameterizedTest
    @FieldSource("OF_THE_KEY")
    void what_the_trusted_key_has_to_sign_is_not_made_without_it(CredentialCondition condition) {
        assertThatExceptionOfType(NotObtainable.class).isThrownBy(() -> made(condition));
    }

    @ParameterizedTest
    @FieldSource("FORGED")
    void a_good_token_that_says_nothing_is_in_nobodys_way(CredentialCondition condition) {
        JwtForge forge =
                new JwtForge(TrialCredentials.NOW.truncatedTo(ChronoUnit.SECONDS), TrialCredentials.LEEWAY, null);
        JwtDraft empty = JwtDraft.good(Map.of(), Map.of());
        JwtChange change =
                ((TokenNeed.Forged) condition.applyTo(TrialCredentials.GOOD).need()).change();

        try {
            assertThat(change.apply(empty, forge)).isNotEqualTo(empty);
        } catch (NotObtainable e) {
            assertThat(e).hasMessageMatching("because .+, add .+");
        }
    }

    @Test
    void a_token_without_a_signature_cannot_be_spoiled_where_it_has_none() {
        String unsigned = "eyJhbGciOiJub25lIn0.e30.";

        for (String name : List.of("bad-signature", "signature-empty", "signature-zero", "signature-truncated")) {
            TextChange change = CredentialConditions.named(name)
                    .applyTo(TrialCredentials.GOOD)
                    .text();
            assertThatExceptionOfType(NotObtainable.class).as(name).isThrownBy(() -> change.apply(unsigned));
        }
    }

    private static String made(CredentialCondition condition) throws NotObtainable, SourceFailed {
        Blueprint blueprint = condition.applyTo(TrialCredentials.GOOD);
        return blueprint.text().apply(desk.token(blueprint).reveal());
    }

    private static List<CredentialCondition> conditions(List<Set<Need>> needs) {
        return CredentialConditions.ALL.stream()
                .filter(condition -> condition.info().group() == ConditionGroup.JWT)
                .filter(condition -> needs.contains(condition.info().needs()))
                .toList();
    }
}
