package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that somebody else got. */
class GivenTokenTest {

    private static final String SECRET = UUID.randomUUID().toString();
    private static final TokenRequest GOOD = TokenRequest.good(List.of("orders:read"));

    private final TrialContext trial = new TrialContext();

    private TokenSupply supply(String... settings) throws UnusableSource {
        return new GivenToken().open(Declared.source("token", settings), trial.context());
    }

    private static String jwt(Duration lives) {
        return TrialKeys.unsigned("{\"exp\":%d,\"jti\":\"%s\"}"
                .formatted(TrialContext.START.plus(lives).getEpochSecond(), UUID.randomUUID()));
    }

    /** A good token from a command that gives these one after the other, and nothing in the end. */
    private TokenSupply fromCommand(String first, String... later) throws UnusableSource {
        Queue<String> outputs = new ArrayDeque<>(List.of(later));
        Setting setting = new Setting(Declared.line(5), new Secret(first), () -> next(outputs));
        return new GivenToken()
                .open(new NamedSettings(Declared.line(4), "token", Map.of("good", setting)), trial.context());
    }

    private static @Nullable Secret next(Queue<String> outputs) {
        String output = outputs.poll();
        return output == null ? null : new Secret(output);
    }

    @Test
    void the_good_token_is_the_one_under_good_and_every_other_the_one_under_its_condition() throws Exception {
        String captured = UUID.randomUUID().toString();
        TokenSupply supply = supply("good", SECRET, "expired-token", captured);

        assertThat(supply.token(GOOD)).isEqualTo(new Token(new Secret(SECRET), null));
        assertThat(supply.token(new TokenRequest("expired-token", TokenNeed.Kind.EXPIRED, List.of()))
                        .text()
                        .reveal())
                .isEqualTo(captured);
        assertThat(supply.token(new TokenRequest(
                                "expired-token", new TokenNeed.Forged((good, forge) -> good), List.of()))
                        .text()
                        .reveal())
                .isEqualTo(captured);
        assertThat(trial.secrets).contains(SECRET, captured);
    }

    @Test
    void what_was_not_given_is_not_obtainable() throws Exception {
        TokenSupply supply = supply("expired-token", SECRET);

        assertThat(catchThrowableOfType(NotObtainable.class, () -> supply.token(GOOD)))
                .hasMessage("because no token was given for 'good', add it below 'token': 'good: ${…}'");
        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> supply.token(new TokenRequest("revoked-token", TokenNeed.Kind.REVOKED, List.of()))))
                .hasMessage(
                        "because no token was given for 'revoked-token', add it below 'token': 'revoked-token: ${…}'");
    }

    @Test
    void it_serves_every_scheme_and_takes_by_reference_what_a_condition_asks_for_itself() {
        GivenToken source = new GivenToken();

        assertThat(source.serves(EnumSet.of(Trait.ANY))).isTrue();
        assertThat(source.form().required()).isEmpty();
        assertThat(source.form().names()).contains("good", "expired-token", "refresh-token", "kid-unknown");
        assertThat(source.form().names())
                .as("what changes the good token, or needs none")
                .doesNotContain("bad-signature", "token-in-query", "no-token");
        assertThat(source.form().names())
                .as("all but what everybody may read")
                .hasSize(source.form().secrets().size() + 1)
                .containsAll(source.form().secrets())
                .contains("jwks");
    }

    @Test
    void a_user_name_and_password_may_hold_blanks_and_letters_of_any_language() throws Exception {
        String pair = "anna müller:" + SECRET + " ß";

        assertThat(supply("good", pair).token(GOOD).text().reveal()).isEqualTo(pair);
    }

    record Bad(String name, String value, String because) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> bad_values() {
        return Stream.of(
                new Bad("nothing", "", "it is empty"),
                new Bad("two lines", SECRET + "\n" + SECRET, "it holds 2 lines"),
                new Bad("two lines of a pair", "anna:" + SECRET + "\r\nmore", "it holds 2 lines"),
                new Bad("a line end", SECRET + "\n", "it holds a line end or another control character"),
                new Bad("a tab", SECRET + "\t" + SECRET, "it holds a line end or another control character"),
                new Bad("the auth-scheme", "Bearer " + SECRET, "it holds a blank"),
                new Bad("a letter outside ASCII", SECRET + "ü", "it holds characters outside ASCII"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_values")
    void what_is_no_token_is_told_at_its_place_without_its_text(Bad bad) {
        UnusableSource problem =
                catchThrowableOfType(UnusableSource.class, () -> supply("expired-token", SECRET, "good", bad.value()));

        assertThat(problem).hasMessage("what 'good' refers to is no token: " + bad.because());
        assertThat(problem.at()).isEqualTo(Declared.line(6));
        assertThat(problem.nextStep())
                .isEqualTo("let it give the token alone, without the auth-scheme and without a second line");
        assertThat(problem + problem.nextStep()).doesNotContain(SECRET);
    }

    @Test
    void a_declaration_without_a_token_is_told() {
        UnusableSource problem = catchThrowableOfType(UnusableSource.class, this::supply);

        assertThat(problem).hasMessage("'token' gives no token");
        assertThat(problem.at()).isEqualTo(Declared.line(4));
    }

    @Test
    void a_good_token_says_itself_when_it_expires() throws Exception {
        assertThat(supply("good", jwt(Duration.ofMinutes(10))).token(GOOD).expiresAt())
                .isEqualTo(TrialContext.START.plusSeconds(600));
    }

    @Test
    void a_good_token_that_has_expired_is_told() throws Exception {
        TokenSupply supply = supply("good", jwt(Duration.ofMinutes(1)));
        trial.pass(Duration.ofMinutes(1));

        assertThat(catchThrowableOfType(SourceFailed.class, () -> supply.token(GOOD)))
                .hasMessage("the token under 'good' has expired: give a fresh one,"
                        + " or a command that gives one each time: ${command:…}");
    }

    @Test
    void a_command_is_asked_again_before_its_token_expires() throws Exception {
        String first = jwt(Duration.ofMinutes(5));
        String second = jwt(Duration.ofMinutes(10));
        TokenSupply supply = fromCommand(first, second);

        trial.pass(Duration.ofMinutes(3));
        assertThat(supply.token(GOOD).text().reveal()).isEqualTo(first);
        trial.pass(Duration.ofMinutes(1));
        assertThat(supply.token(GOOD).text().reveal()).isEqualTo(second);
        assertThat(trial.secrets).contains(second);
        trial.pass(Duration.ofMinutes(1));
        assertThat(supply.token(GOOD).text().reveal()).isEqualTo(second);
    }

    @Test
    void a_command_that_gives_nothing_new_leaves_the_known_token_while_it_lives() throws Exception {
        String only = jwt(Duration.ofMinutes(1));
        TokenSupply supply = fromCommand(only);

        assertThat(supply.token(GOOD).text().reveal()).isEqualTo(only);
        trial.pass(Duration.ofMinutes(1));
        assertThat(catchThrowableOfType(SourceFailed.class, () -> supply.token(GOOD)))
                .hasMessageStartingWith("the token under 'good' has expired");
    }

    @Test
    void a_command_that_gives_the_same_expired_token_or_two_lines_is_told() throws Exception {
        String only = jwt(Duration.ofSeconds(-1));

        assertThat(catchThrowableOfType(
                        SourceFailed.class, () -> fromCommand(only, only).token(GOOD)))
                .hasMessageStartingWith("the token under 'good' has expired");
        assertThat(catchThrowableOfType(
                        SourceFailed.class,
                        () -> fromCommand(only, SECRET + "\n" + SECRET).token(GOOD)))
                .hasMessage("what 'good' refers to is no token any more, it holds 2 lines:"
                        + " let its command give the token alone");
    }
}
