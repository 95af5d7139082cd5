package dev.naysayer.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.jwt.Signing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sources are asked in their order, once for equal tokens, and again before a token expires. */
class TokenDeskTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Blueprint GOOD = Blueprint.good("valid", List.of("orders:read"));
    private static final TokenSupply NOTHING = request -> {
        throw new NotObtainable("it has nothing", "something");
    };

    private final List<String> secrets = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = START;

    private TokenDesk desk(TokenSupply... supplies) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new TokenDesk(
                List.of(supplies),
                new SourceContext(
                        clock,
                        Duration.ofSeconds(60),
                        Duration.ZERO,
                        null,
                        IssuerHttp.UNCONNECTED,
                        Destinations.UNDECLARED,
                        secret -> secrets.add(secret.reveal()),
                        progress -> {}));
    }

    /** Gives a new token each time, which lives so long. */
    private TokenSupply living(Duration lifetime) {
        return request -> new Token(new Secret("token-" + asked.incrementAndGet()), now.plus(lifetime));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void the_first_source_that_can_gives_the_token_and_it_is_hidden() throws Exception {
        TokenDesk desk = desk(NOTHING, living(Duration.ofHours(1)), request -> new Token(new Secret("late"), null));

        assertThat(desk.token(GOOD).reveal()).isEqualTo("token-1");
        assertThat(secrets).containsExactly("token-1");
    }

    @Test
    void equal_tokens_are_asked_for_once_and_other_scopes_are_another_token() throws Exception {
        TokenDesk desk = desk(living(Duration.ofHours(1)));

        assertThat(desk.token(GOOD).reveal()).isEqualTo("token-1");
        assertThat(desk.token(Blueprint.good("another-condition", List.of("orders:read")))
                        .reveal())
                .isEqualTo("token-1");
        assertThat(desk.token(Blueprint.good("valid", List.of("orders:write"))).reveal())
                .isEqualTo("token-2");
    }

    @Test
    void a_token_is_asked_for_again_half_a_minute_before_it_expires() throws Exception {
        TokenDesk desk = desk(living(Duration.ofMinutes(5)));
        desk.token(GOOD);

        pass(Duration.ofSeconds(269));
        assertThat(desk.token(GOOD).reveal()).isEqualTo("token-1");
        pass(Duration.ofSeconds(1));
        assertThat(desk.token(GOOD).reveal()).isEqualTo("token-2");
    }

    @Test
    void of_a_short_life_three_quarters_are_used() throws Exception {
        TokenDesk desk = desk(living(Duration.ofSeconds(40)));
        desk.token(GOOD);

        pass(Duration.ofSeconds(29));
        assertThat(desk.token(GOOD).reveal()).isEqualTo("token-1");
        pass(Duration.ofSeconds(1));
        assertThat(desk.token(GOOD).reveal()).isEqualTo("token-2");
    }

    @Test
    void an_expired_token_is_kept() throws Exception {
        TokenDesk desk = desk(living(Duration.ofSeconds(-200)));
        Blueprint expired = GOOD.withNeed(TokenNeed.Kind.EXPIRED);

        assertThat(desk.token(expired)).isEqualTo(desk.token(expired));
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_forged_token_is_made_anew_before_its_times_come_true() throws Exception {
        TokenDesk desk = desk(living(Duration.ofHours(1)));
        Blueprint forged = GOOD.withNeed(new TokenNeed.Forged((good, forge) -> good));

        assertThat(desk.token(forged).reveal()).isEqualTo("token-1");
        pass(Duration.ofSeconds(19));
        assertThat(desk.token(forged).reveal()).isEqualTo("token-1");
        pass(Duration.ofSeconds(1));
        assertThat(desk.token(forged).reveal()).isEqualTo("token-2");
    }

    @Test
    void what_nobody_can_make_is_said_with_every_reason_once() {
        TokenDesk desk = desk(NOTHING, NOTHING, request -> {
            throw new NotObtainable("it is closed", "a key");
        });

        assertThat(catchThrowableOfType(NotObtainable.class, () -> desk.token(GOOD)))
                .hasMessage("because it has nothing; it is closed, add something, or a key");
    }

    @Test
    void a_token_that_nobody_has_to_sign_is_forged_from_the_good_one() throws Exception {
        String jwt = "eyJhbGciOiJub25lIn0.e30.";
        TokenDesk desk = desk(request -> {
            if (request.need() == TokenNeed.Kind.GOOD) {
                return new Token(new Secret(jwt), null);
            }
            throw new NotObtainable("it signs nothing", "a key");
        });
        Signing.Forged signing = input -> new byte[] {1};

        Secret forged = desk.token(GOOD.withNeed(new TokenNeed.Forged((good, forge) -> good.signedBy(signing))));

        assertThat(forged.reveal()).isEqualTo(jwt + "AQ");
        assertThat(secrets).contains(jwt, jwt + "AQ");
    }

    @Test
    void whoever_has_the_key_has_the_last_word_on_what_it_cannot_sign() {
        TokenSupply mint = new TokenSupply() {
            @Override
            public Token token(TokenRequest request) throws NotObtainable {
                if (request.need() == TokenNeed.Kind.GOOD) {
                    return new Token(new Secret("eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmVk"), null);
                }
                throw new NotObtainable("the key is no RSA key", "an RSA key");
            }

            @Override
            public boolean signs() {
                return true;
            }
        };

        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> desk(mint).token(GOOD.withNeed(new TokenNeed.Forged((good, forge) -> good)))))
                .hasMessage("because the key is no RSA key, add an RSA key");
    }

    @Test
    void a_good_token_that_is_no_jwt_cannot_be_forged_from() {
        TokenDesk desk = desk(request -> {
            if (request.need() == TokenNeed.Kind.GOOD) {
                return new Token(new Secret("opaque"), null);
            }
            throw new NotObtainable("it signs nothing", "a key");
        });

        assertThat(catchThrowableOfType(
                        SourceFailed.class,
                        () -> desk.token(GOOD.withNeed(new TokenNeed.Forged((good, forge) -> good)))))
                .hasMessage("the good token is no JWT, and this scenario needs one:"
                        + " leave it out, or name a source that gives JWTs");
    }

    @Test
    void a_source_that_fails_is_left_alone_for_a_while_and_no_other_is_asked_in_its_place() throws Exception {
        TokenDesk desk = desk(
                request -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new SourceFailed("the server is away: start it");
                    }
                    return new Token(new Secret("late"), null);
                },
                living(Duration.ofHours(1)));

        for (int i = 0; i < 3; i++) {
            assertThat(catchThrowableOfType(SourceFailed.class, () -> desk.token(GOOD)))
                    .hasMessage("the server is away: start it");
        }
        assertThat(asked).hasValue(1);
        pass(Duration.ofSeconds(30));
        assertThat(desk.token(GOOD).reveal()).isEqualTo("late");
    }

    @Test
    @Timeout(8)
    void two_threads_do_not_ask_for_the_same_token_twice() throws Exception {
        CountDownLatch bothWant = new CountDownLatch(2);
        TokenDesk desk = desk(request -> {
            int count = asked.incrementAndGet();
            await(bothWant);
            return new Token(new Secret("token-" + count), null);
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Secret>> tokens = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                tokens.add(threads.submit(() -> {
                    bothWant.countDown();
                    return desk.token(GOOD);
                }));
            }

            for (Future<Secret> token : tokens) {
                assertThat(token.get(4, TimeUnit.SECONDS).reveal()).isEqualTo("token-1");
            }
            assertThat(asked).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) throws SourceFailed {
        try {
            if (!latch.await(4, TimeUnit.SECONDS)) {
                throw new SourceFailed("the other thread never came");
            }
        } catch (InterruptedException e) {
            throw new SourceFailed("interrupted");
        }
    }

    @Test
    void a_blueprint_without_a_token_asks_nobody() throws Exception {
        TokenDesk desk = desk(living(Duration.ofHours(1)));

        assertThat(desk.token(GOOD.withNeed(TokenNeed.Kind.NONE)).reveal()).isEmpty();
        assertThat(asked).hasValue(0);
    }
}
