package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.dsl.LoginNeed;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What minted tokens say of the login behind them; the leeway is a minute. */
class MintedLoginTest {

    private static final List<String> SCOPES = List.of("transfers:write");
    private static final LoginNeed GOLD = new LoginNeed(List.of("gold", "platinum"), Duration.ofMinutes(5));
    private static final long NOW = TrialContext.START.getEpochSecond();

    private final TrialContext trial = new TrialContext();

    private TokenSupply mint(String claims) throws Exception {
        return new MintedJwt()
                .open(
                        Declared.source(
                                "mint",
                                "issuer",
                                "https://issuer.example",
                                "audience",
                                "https://bank.example",
                                "key",
                                TrialKeys.symmetricJwk(32),
                                "claims",
                                claims),
                        trial.context());
    }

    private static TokenRequest request(CredentialCondition condition, LoginNeed login) {
        String name = condition.info().name();
        TokenNeed need = condition.applyTo(Blueprint.good(name, SCOPES, login)).need();
        return new TokenRequest(name, need, SCOPES, login);
    }

    private static Map<String, Object> claims(Token token) throws Exception {
        return SignedJWT.parse(token.text().reveal()).getPayload().toJSONObject();
    }

    @Test
    void a_good_token_has_the_first_class_and_a_login_of_now_and_is_good_as_long_as_that_is_fresh() throws Exception {
        Token token = mint("{}").token(new TokenRequest("", TokenNeed.Kind.GOOD, SCOPES, GOLD));

        assertThat(claims(token)).containsEntry("acr", "gold").containsEntry("auth_time", NOW);
        assertThat(token.expiresAt()).isEqualTo(TrialContext.START.plusSeconds(300));
    }

    @Test
    void where_any_login_will_do_it_says_nothing_of_one() throws Exception {
        assertThat(claims(mint("{}").token(TokenRequest.good(SCOPES)))).doesNotContainKeys("acr", "auth_time");
    }

    @Test
    void what_the_suite_says_of_the_login_of_a_subject_goes_before() throws Exception {
        Token token = mint("{\"acr\":\"silver\"}").token(new TokenRequest("", TokenNeed.Kind.GOOD, SCOPES, GOLD));

        assertThat(claims(token)).containsEntry("acr", "silver");
    }

    @ParameterizedTest
    @CsvSource({
        "weaker-login,        0,    0",
        "unnamed-login,       ,     0",
        "older-login,         gold, 420",
        "recent-login,        gold, 230",
        "login-within-leeway, gold, 330",
        "undated-login,       gold, "
    })
    void each_condition_changes_the_login_and_nothing_else(String name, @Nullable String acr, @Nullable Long age)
            throws Exception {
        TokenSupply mint = mint("{}");
        Token token = mint.token(request(CredentialConditions.named(name), GOLD));

        Map<String, Object> claims = claims(token);
        Map<String, Object> good = claims(mint.token(new TokenRequest("", TokenNeed.Kind.GOOD, SCOPES, GOLD)));
        assertThat(claims.get("acr")).isEqualTo(acr);
        assertThat(claims.get("auth_time")).isEqualTo(age == null ? null : NOW - age);
        List.of("acr", "auth_time").forEach(it -> {
            claims.remove(it);
            good.remove(it);
        });
        assertThat(claims).isEqualTo(good);
        // A minute later it would say another thing, so nobody gets it twice.
        assertThat(token.expiresAt()).isEqualTo(TrialContext.START);
    }

    @Test
    void where_clocks_alone_may_make_it_too_old_no_login_is_recent() {
        LoginNeed seconds = new LoginNeed(List.of(), Duration.ofSeconds(70));

        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> mint("{}").token(request(CredentialConditions.named("recent-login"), seconds))))
                .hasMessage("because within the suite's 'leeway' and 10 s for its way the login may be too old already,"
                        + " add a 'leeway' that is shorter than 'max-age'");
    }

    @Test
    void what_a_challenge_asks_for_goes_before_all_that_the_suite_says() throws Exception {
        CredentialCondition challenged = CredentialConditions.challengedLogin("platinum", Duration.ofMinutes(10));

        assertThat(claims(mint("{\"acr\":\"silver\"}").token(request(challenged, GOLD))))
                .containsEntry("acr", "platinum")
                .containsEntry("auth_time", NOW - 530);
    }
}
