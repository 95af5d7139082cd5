package dev.naysayer.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.condition.CredentialConditions;
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

    static final List<CredentialCondition> OF_ANY_JWT = conditions(List.of(Set.of(), Set.of(Need.JWT)));
    static final List<CredentialCondition> OF_THE_KEY = conditions(List.of(Set.of(Need.SIGNING_KEY)));
    static final List<CredentialCondition> FORGED = CredentialConditions.ALL.stream()
            .filter(condition -> condition.applyTo(TrialCredentials.GOOD).need() instanceof TokenNeed.Forged)
            .toList();

    private static TokenDesk desk;
    private static String given;

    @BeforeAll
    static void sign() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder().subject("somebody").build());
        jwt.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        given = jwt.serialize();
        TokenSupply givesTheGoodOneOnly = request -> {
            if (request.need() == TokenNeed.Kind.GOOD) {
                return new Token(new Secret(given), null);
            }
            throw new NotObtainable("only a good token is given", "another source");
        };
        desk = new TokenDesk(List.of(givesTheGoodOneOnly), TrialCredentials.context());
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
