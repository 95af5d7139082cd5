package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A user name and password. */
class AccountTest {

    private final String password = UUID.randomUUID().toString();
    private final TrialContext trial = new TrialContext();

    private TokenSupply supply(String user, String secret) throws UnusableSource {
        return new Account().open(Declared.source("account", "user", user, "password", secret), trial.context());
    }

    @Test
    void user_and_password_are_one_text() throws Exception {
        String secret = password + ": ü";

        assertThat(supply("anna müller", secret)
                        .token(TokenRequest.good(List.of()))
                        .text()
                        .reveal())
                .isEqualTo("anna müller:" + secret);
        assertThat(trial.secrets).contains(secret);
    }

    @Test
    void it_serves_basic_alone() {
        assertThat(new Account().serves(EnumSet.of(Trait.ANY, Trait.BASIC))).isTrue();
        assertThat(new Account().serves(EnumSet.of(Trait.ANY, Trait.BEARER))).isFalse();
    }

    @Test
    void what_needs_an_issuer_is_not_obtainable() throws Exception {
        TokenSupply supply = supply("anna", password);

        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> supply.token(new TokenRequest("expired-token", TokenNeed.Kind.EXPIRED, List.of()))))
                .hasMessage("because a user name and password cannot be wrong in this way,"
                        + " add it below 'token', as 'expired-token'");
    }

    @Test
    void a_colon_in_the_user_name_and_control_characters_are_told_at_their_place() {
        UnusableSource colon = catchThrowableOfType(UnusableSource.class, () -> supply("an:na", password));
        UnusableSource user = catchThrowableOfType(UnusableSource.class, () -> supply("anna\n", password));
        UnusableSource secret = catchThrowableOfType(UnusableSource.class, () -> supply("anna", password + "\0"));

        assertThat(colon).hasMessage("a user name must not hold a colon (RFC 7617 section 2)");
        assertThat(colon.at()).isEqualTo(Declared.line(5));
        assertThat(user).hasMessage("'user' holds a line end or another control character (RFC 7617 section 2)");
        assertThat(secret).hasMessage("'password' holds a line end or another control character (RFC 7617 section 2)");
        assertThat(secret.at()).isEqualTo(Declared.line(6));
        assertThat(secret + secret.nextStep()).doesNotContain(password);
    }
}
