package dev.naysayer.engine.credential.source;

import static dev.naysayer.engine.credential.source.TrialServer.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.jwt.PublishedKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A token that was good is kept until it has expired. */
class ExpiringTest {

    private static final List<String> READ = List.of("orders:read");
    private static final TokenRequest GOOD = TokenRequest.good(READ);
    private static final TokenRequest EXPIRED = new TokenRequest("expired-token", TokenNeed.Kind.EXPIRED, READ);
    private static final String CAPTURED = ", add an expired token below 'token', as 'expired-token'";

    private final TrialContext trial = new TrialContext();
    private final AtomicInteger tokens = new AtomicInteger();

    private TokenSupply supply(TrialServer server, SourceContext context, Expiring expiring) {
        ClientAuthentication client = new ClientAuthentication.InForm("naysayer", new Secret("none of importance"));
        URI endpoint = URI.create(server.url() + "/token");
        return new ClientTokens(
                new TokenEndpoint(
                        AuthorizationServer.of(endpoint, null, null, context), client, GrantType.CLIENT, context),
                PublishedKey.UNKNOWN,
                new Wishes(null, null, null, null, null, null, null),
                expiring);
    }

    private TrialServer server(String more) {
        return TrialServer.start()
                .on(
                        "/token",
                        it -> json(200, "{\"access_token\":\"t-%d\"%s}".formatted(tokens.incrementAndGet(), more)));
    }

    private Grant grant(@Nullable Duration lifetime, String text) {
        return new Grant(new Secret(text), TrialContext.START, lifetime, null);
    }

    @Test
    void the_first_good_token_is_kept_until_leeway_and_five_seconds_have_passed_as_well() throws Exception {
        try (TrialServer server = server(",\"expires_in\":40")) {
            SourceContext context = trial.context(new LoopbackHttp());
            TokenSupply supply = supply(server, context, new Expiring(context, Expiring.SETTLING, trial::pass));
            Token first = supply.token(GOOD);
            trial.pass(Duration.ofSeconds(30));
            supply.token(GOOD);

            Token expired = supply.token(EXPIRED);

            assertThat(expired.text()).isEqualTo(first.text());
            assertThat(trial.clock.instant()).isAfter(TrialContext.START.plusSeconds(40 + 60 + 5));
            assertThat(trial.progress)
                    .containsExactly("waiting 76 s until a token of %s/token has expired".formatted(server.url()));
            assertThat(supply.token(EXPIRED)).isEqualTo(expired);
            assertThat(trial.progress).hasSize(1);
        }
    }

    @Test
    void a_wait_beyond_the_limit_is_not_begun() throws Exception {
        Expiring expiring = new Expiring(trial.context(), Expiring.SETTLING, trial::pass);

        assertThat(expiring.expired(grant(Duration.ofSeconds(55), "opaque"), "https://issuer.example", "a")
                        .text()
                        .reveal())
                .isEqualTo("opaque");
        trial.pass(Duration.between(trial.clock.instant(), TrialContext.START));
        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> expiring.expired(
                                grant(Duration.ofSeconds(56), "opaque"), "https://issuer.example", "expired-token")))
                .hasMessage("because the authorization server's tokens live 56 s, which with a leeway of 60 s is longer"
                        + " than the 120 s that a run waits" + CAPTURED);
        assertThat(trial.progress).hasSize(1);
    }

    @Test
    void a_token_that_does_not_say_when_it_expires_is_not_waited_for() {
        Expiring expiring = new Expiring(trial.context(), Expiring.SETTLING, trial::pass);

        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> expiring.expired(grant(null, "opaque"), "https://issuer.example", "expired-token")))
                .hasMessage("because the authorization server does not say when its tokens expire" + CAPTURED);
    }

    @Test
    void of_answer_and_token_the_later_expiry_counts() throws Exception {
        Instant inside = TrialContext.START.plusSeconds(50);
        Grant grant =
                grant(Duration.ofSeconds(10), TrialKeys.unsigned("{\"exp\":%d}".formatted(inside.getEpochSecond())));
        Expiring expiring = new Expiring(trial.context(), Expiring.SETTLING, trial::pass);

        expiring.expired(grant, "https://issuer.example", "expired-token");

        assertThat(trial.clock.instant()).isAfter(inside.plusSeconds(65));
    }

    @Test
    @Timeout(8)
    void it_really_waits() throws Exception {
        try (TrialServer server = server(",\"expires_in\":1")) {
            Clock clock = Clock.systemUTC();
            SourceContext context = trial.context(clock, Duration.ZERO, new LoopbackHttp(), null);
            Expiring expiring = new Expiring(context, Duration.ofMillis(100), Expiring.Pause.REAL);
            TokenSupply supply = supply(server, context, expiring);

            Token expired = supply.token(EXPIRED);

            assertThat(clock.instant()).isAfter(expired.expiresAt());
        }
    }

    @Test
    void an_interrupted_wait_ends_at_once_and_says_so() {
        SourceContext context = trial.context(IssuerHttp.UNCONNECTED);
        Expiring expiring = new Expiring(context, Expiring.SETTLING, Expiring.Pause.REAL);
        Thread.currentThread().interrupt();

        SourceFailed failed = catchThrowableOfType(
                SourceFailed.class,
                () -> expiring.expired(grant(Duration.ofSeconds(10), "opaque"), "https://issuer.example", "a"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed).hasMessage("the wait for a token to expire was interrupted: run it again");
    }

    @Test
    void only_an_expired_token_is_waited_for() {
        ClientCredentials source = new ClientCredentials();

        assertThat(source.waitsFor(TokenNeed.Kind.EXPIRED)).isTrue();
        assertThat(source.waitsFor(TokenNeed.Kind.GOOD)).isFalse();
    }
}
