package dev.naysayer.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A captured token that cannot be what its condition says is not sent, and nobody reads the token in the reason. */
class PremiseTest {

    private static final List<String> SCOPES = List.of("orders:read");
    private static final Position AT = new Position("staging.auth.yaml", 4, 11);
    private static final String GOOD = jwt(
            "RS256",
            "\"iss\":\"https://login.example\",\"aud\":[\"orders\",\"account\"],\"scope\":\"openid orders:read\",\"exp\":"
                    + at(3600));
    private static final String ISSUED = "\"iss\":\"https://login.example\",";

    /** A captured token, and what is said of it; null where it may be sent. */
    record Captured(
            String about,
            String condition,
            String token,
            @Nullable String said) {

        @Override
        public String toString() {
            return condition + ": " + about;
        }
    }

    static final List<Captured> WRONG = List.of(
            new Captured(
                    "an error message", "expired-token", "Error:404", "it holds characters that no bearer token has"),
            new Captured("any text", "expired-token", "not-yet-captured", "it is no JWT, and the good one is; "),
            new Captured("any text", "wrong-audience", "not-yet-captured", "it is no JWT, and the good one is; "),
            new Captured("the good one", "expired-token", GOOD, "it is the good one; "),
            new Captured("the good one", "refresh-token", GOOD, "it is the good one; "),
            new Captured("the good one", "revoked-token", GOOD, "it is the good one; "),
            new Captured("the good one", "jwe", GOOD, "it is the good one; "),
            new Captured(
                    "still good",
                    "expired-token",
                    jwt("RS256", ISSUED + "\"exp\":" + at(90)),
                    "its exp, 2026-05-04T10:17:00Z, lies ahead; give one that expired longer ago than the leeway of 60 s"),
            new Captured(
                    "expired within the leeway",
                    "expired-token",
                    jwt("RS256", ISSUED + "\"exp\":" + at(-30)),
                    "its exp, 2026-05-04T10:15:00Z, is no more than the leeway of 60 s away; "),
            new Captured(
                    "without exp",
                    "expired-token",
                    jwt("RS256", "\"iss\":\"https://login.example\""),
                    "it says nothing of when it expires, and the good one does; "),
            new Captured(
                    "of another issuer",
                    "expired-token",
                    jwt("RS256", "\"iss\":\"https://login.test\",\"exp\":" + at(-3600)),
                    "its iss is https://login.test and that of the good one https://login.example, so it would be refused"),
            new Captured(
                    "for this API and another",
                    "wrong-audience",
                    jwt("RS256", ISSUED + "\"aud\":[\"invoices\",\"account\",\"orders\"],\"exp\":" + at(3600)),
                    " as that of the good one does; give one that was issued for another API"),
            new Captured(
                    "expired",
                    "wrong-audience",
                    jwt("RS256", ISSUED + "\"aud\":\"invoices\",\"exp\":" + at(-3600)),
                    "its exp, 2026-05-04T09:15:30Z, has passed, so it would be refused for that; "),
            new Captured(
                    "expired",
                    "revoked-token",
                    jwt("RS256", ISSUED + "\"exp\":" + at(-1)),
                    "has passed, so it would be refused for that; "),
            new Captured(
                    "with the scope",
                    "insufficient-scope",
                    jwt("RS256", ISSUED + "\"scp\":[\"profile\",\"orders:read\"],\"exp\":" + at(3600)),
                    "its scope holds orders:read, which is what the operation needs; give one without"),
            new Captured(
                    "of the same environment",
                    "token-of-another-environment",
                    jwt("RS256", ISSUED + "\"aud\":[\"account\",\"orders\"],\"jti\":\"1\",\"exp\":" + at(3600)),
                    "its iss and aud are those of the good one; "),
            new Captured(
                    "good already",
                    "nbf-future",
                    jwt("RS256", ISSUED + "\"nbf\":" + at(-3600) + ",\"exp\":" + at(3600)),
                    "its nbf, 2026-05-04T09:15:30Z, lies longer ago than the leeway of 60 s; give one whose nbf lies ahead"),
            new Captured(
                    "without nbf, as the good one",
                    "nbf-future",
                    jwt("RS256", ISSUED + "\"exp\":" + at(3600)),
                    "its nbf is that of the good one; "),
            new Captured(
                    "signed like the good one",
                    "alg-other-hash",
                    jwt("RS256", ISSUED + "\"jti\":\"2\",\"exp\":" + at(3600)),
                    "its alg is that of the good one; "),
            new Captured(
                    "of the same issuer",
                    "iss-wrong",
                    jwt("RS256", ISSUED + "\"jti\":\"3\",\"exp\":" + at(3600)),
                    "its iss is that of the good one; "));

    static final List<Captured> RIGHT = List.of(
            new Captured("expired", "expired-token", jwt("RS256", ISSUED + "\"exp\":" + at(-61)), null),
            new Captured(
                    "for another",
                    "wrong-audience",
                    jwt("RS256", ISSUED + "\"aud\":[\"account\"],\"exp\":" + at(60)),
                    null),
            new Captured("opaque", "refresh-token", "1//0gQpTq-opaque", null),
            new Captured(
                    "other scope", "insufficient-scope", jwt("RS256", "\"scope\":\"orders\",\"exp\":" + at(9)), null),
            new Captured("of another", "token-of-another-environment", jwt("RS256", "\"exp\":" + at(9)), null),
            new Captured("broken", "nested-unsigned", "not.a.jwt", null),
            new Captured("later", "nbf-future", jwt("RS256", "\"nbf\":" + at(600) + ",\"exp\":" + at(3600)), null),
            new Captured("expired", "exp-milliseconds", jwt("RS256", "\"exp\":" + at(-3600) + "000"), null),
            new Captured("another hash", "alg-other-hash", jwt("RS512", "\"exp\":" + at(3600)), null),
            new Captured("of another", "iss-wrong", jwt("RS256", "\"iss\":\"x\",\"exp\":" + at(3600)), null));

    @ParameterizedTest
    @FieldSource("WRONG")
    void what_a_captured_token_says_against_its_name_is_read(Captured captured) {
        SourceFailed failure = catchThrowableOfType(SourceFailed.class, () -> check(captured, GOOD));

        assertThat(failure)
                .hasMessageStartingWith(
                        "the token under '%s' is not what its name says: ".formatted(captured.condition()))
                .hasMessageContaining(captured.said())
                .hasMessageNotContaining(captured.token());
    }

    @ParameterizedTest
    @FieldSource("RIGHT")
    void a_captured_token_that_is_what_it_should_be_is_sent(Captured captured) {
        assertThatCode(() -> check(captured, GOOD)).doesNotThrowAnyException();
    }

    @Test
    void where_good_tokens_are_opaque_or_there_is_none_only_what_a_token_says_itself_is_known() {
        Captured opaque = new Captured("opaque", "expired-token", "12|" + UUID.randomUUID(), null);
        Captured stillGood = new Captured("good", "expired-token", jwt("RS256", "\"exp\":" + at(90)), null);

        for (String good : Stream.of("13|" + UUID.randomUUID(), null).toList()) {
            assertThatCode(() -> check(opaque, good)).doesNotThrowAnyException();
            assertThat(catchThrowableOfType(SourceFailed.class, () -> check(stillGood, good)))
                    .hasMessageContaining("lies ahead");
        }
    }

    @Test
    void a_suite_does_not_send_such_a_token_and_sends_one_that_nothing_speaks_against() throws Exception {
        CredentialMaker wrong = given("good", GOOD, "expired-token", jwt("RS256", "\"exp\":" + at(600)));
        CredentialMaker right = given("good", GOOD, "expired-token", jwt("RS256", ISSUED + "\"exp\":" + at(-600)));

        assertThat(presented(wrong, "expired-token"))
                .isInstanceOfSatisfying(
                        Presented.Failed.class,
                        failed -> assertThat(failed.reason()).contains("lies ahead"));
        assertThat(presented(right, "expired-token")).isInstanceOf(Presented.Ready.class);
    }

    @Test
    void without_a_good_token_a_captured_one_is_still_read() throws Exception {
        CredentialMaker wrong = given("expired-token", jwt("RS256", "\"exp\":" + at(600)));
        CredentialMaker right = given("expired-token", jwt("RS256", "\"exp\":" + at(-600)));

        assertThat(presented(wrong, "expired-token")).isInstanceOf(Presented.Failed.class);
        assertThat(presented(right, "expired-token")).isInstanceOf(Presented.Ready.class);
    }

    private static Presented presented(CredentialMaker credentials, String condition) {
        return credentials.present(CredentialConditions.named(condition).applyTo(Blueprint.good(condition, SCOPES)));
    }

    private static CredentialMaker given(String... namesAndTokens) throws UnusableSource {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTokens.length; i += 2) {
            settings.put(namesAndTokens[i], new Setting(AT, new Secret(namesAndTokens[i + 1])));
        }
        return CredentialMaker.open(
                new CredentialDeclaration(
                        new NamedSettings(AT, "bearer", Map.of()), List.of(new NamedSettings(AT, "token", settings))),
                TrialCredentials.context());
    }

    private static void check(Captured captured, @Nullable String good) throws SourceFailed {
        TokenNeed need = CredentialConditions.named(captured.condition()).need();
        new Premise(
                        new TokenRequest(captured.condition(), need, SCOPES),
                        good == null ? null : new Secret(good),
                        TrialCredentials.NOW,
                        Duration.ofSeconds(60))
                .check(new Secret(captured.token()));
    }

    private static long at(int seconds) {
        return TrialCredentials.NOW.getEpochSecond() + seconds;
    }

    private static String jwt(String algorithm, String claims) {
        return part("{\"alg\":\"%s\"}".formatted(algorithm)) + "." + part("{" + claims + "}") + "." + "c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
