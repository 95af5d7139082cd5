package dev.naysayer.engine.credential;

import dev.naysayer.dsl.LoginNeed;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.jwt.JwtChange;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Asks the token sources in their order, and remembers what they gave. Safe to use from several threads. */
final class TokenDesk {

    /** A token that expires sooner than this is asked for again, so that it does not expire under way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /**
     * A forged token's times are wrong by little more than a minute ({@link JwtForge#beyondLeeway}): used for longer, one that
     * is not valid yet would become so.
     */
    private static final Duration FORGED_FOR = Duration.ofSeconds(20);

    /** A source that fails is asked again after this long: it may be back, and must not hold up every case meanwhile. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final List<TokenSupply> supplies;
    private final SourceContext context;
    private final Map<TokenRequest, Shelf> shelves = new ConcurrentHashMap<>();

    TokenDesk(List<TokenSupply> supplies, SourceContext context) {
        this.supplies = List.copyOf(supplies);
        this.context = context;
    }

    /** What the sources know of whoever trusts their tokens or gives them. */
    List<LoginAnswer> logins() {
        return supplies.stream().flatMap(it -> it.logins().stream()).toList();
    }

    List<Diagnosis> diagnoses(boolean gotThrough) {
        return supplies.stream()
                .flatMap(it -> it.diagnoses(gotThrough).stream())
                .toList();
    }

    /** The token that a blueprint needs; empty text where it needs none. */
    Secret token(Blueprint blueprint) throws NotObtainable, SourceFailed {
        if (blueprint.need() == TokenNeed.Kind.NONE) {
            return new Secret("");
        }
        boolean good = blueprint.need() == TokenNeed.Kind.GOOD;
        return token(new TokenRequest(
                good ? "" : blueprint.condition(), blueprint.need(), blueprint.scopes(), login(blueprint)));
    }

    /** Who cannot choose it gives the same token for all, and is asked for it once. */
    private LoginNeed login(Blueprint blueprint) {
        return supplies.stream().anyMatch(TokenSupply::signs) ? blueprint.login() : LoginNeed.NONE;
    }

    private Secret token(TokenRequest request) throws NotObtainable, SourceFailed {
        return shelves.computeIfAbsent(request, Shelf::new).token();
    }

    /** How often sources began anew. */
    int begun() {
        return supplies.stream().mapToInt(TokenSupply::begun).sum();
    }

    /** Has the source begin anew that gives the good token for these scopes; whether it can. */
    boolean beginAnew(List<String> scopes) {
        return shelves.entrySet().stream()
                .filter(it -> it.getKey().need() == TokenNeed.Kind.GOOD
                        && it.getKey().scopes().equals(scopes))
                .map(Map.Entry::getValue)
                .anyMatch(Shelf::beginAnew);
    }

    /** A token, and which source gave it; null where it was made of a good one. */
    private record Given(Token token, @Nullable TokenSupply by) {}

    /**
     * What the sources said: a token, or why there is none.
     *
     * @param begun how often they had begun anew before
     */
    private record Answer(
            @Nullable Given given,
            @Nullable NotObtainable obstacle,
            @Nullable SourceFailed failure,
            @Nullable Instant askAgainAt,
            int begun) {}

    /** The place of one token. Threads that want the same one wait for whoever asks first. */
    private final class Shelf {

        private final TokenRequest request;
        private @Nullable Answer known;

        Shelf(TokenRequest request) {
            this.request = request;
        }

        /** A forged token asks for the good one in turn, and that asks for nothing: so no two threads wait for each other. */
        synchronized Secret token() throws NotObtainable, SourceFailed {
            Answer answer = known;
            if (answer == null || isStale(answer)) {
                answer = ask();
                known = answer;
            }
            if (answer.obstacle() != null) {
                throw answer.obstacle();
            }
            if (answer.failure() != null) {
                throw answer.failure();
            }
            return Objects.requireNonNull(answer.given()).token().text();
        }

        synchronized boolean beginAnew() {
            Answer answer = known;
            TokenSupply by = answer == null || answer.given() == null
                    ? null
                    : answer.given().by();
            return by != null && by.beginAnew();
        }

        private boolean isStale(Answer answer) {
            return answer.begun() != begun() || (answer.askAgainAt() != null && !now().isBefore(answer.askAgainAt()));
        }

        private Answer ask() {
            int before = begun();
            try {
                Given given = firstOf(request);
                context.secrets().accept(given.token().text());
                return new Answer(given, null, null, askAgainAt(request, given.token()), before);
            } catch (NotObtainable e) {
                return new Answer(null, e, null, null, before);
            } catch (SourceFailed e) {
                return new Answer(null, null, e, now().plus(PAUSE_AFTER_FAILURE), before);
            }
        }
    }

    private Instant now() {
        return context.clock().instant();
    }

    /** Only an expired token does not go bad by waiting; of a short life no more than a quarter is given away. */
    private @Nullable Instant askAgainAt(TokenRequest request, Token token) {
        if (request.need() instanceof TokenNeed.Forged) {
            return now().plus(FORGED_FOR);
        }
        boolean staysExpired =
                request.need() == TokenNeed.Kind.EXPIRED && request.login().maxAge() == null;
        if (token.expiresAt() == null || staysExpired) {
            return null;
        }
        Duration quarter = Duration.between(now(), token.expiresAt()).dividedBy(4);
        return token.expiresAt().minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN);
    }

    private Given firstOf(TokenRequest request) throws NotObtainable, SourceFailed {
        Set<String> because = new LinkedHashSet<>();
        Set<String> add = new LinkedHashSet<>();
        for (TokenSupply supply : supplies) {
            try {
                Token token = supply.token(request);
                if (supply.captured() && request.need() != TokenNeed.Kind.GOOD) {
                    premise(request).check(token.text());
                }
                return new Given(token, supply);
            } catch (NotObtainable e) {
                because.add(e.because());
                add.add(e.add());
            }
        }
        if (request.need() instanceof TokenNeed.Forged forged) {
            try {
                return new Given(forged(forged.change(), request), null);
            } catch (NotObtainable e) {
                // Whoever has the key said already why even that is not enough.
                if (supplies.stream().noneMatch(TokenSupply::signs)) {
                    because.add(e.because());
                    add.add(e.add());
                }
            }
        }
        throw new NotObtainable(String.join("; ", because), String.join(", or ", add));
    }

    private static TokenRequest good(TokenRequest request) {
        return new TokenRequest("", TokenNeed.Kind.GOOD, request.scopes(), request.login());
    }

    private Premise premise(TokenRequest request) throws SourceFailed {
        return new Premise(request, goodFor(request), now(), context.leeway());
    }

    /** Null where no source has one: with {@code control: off} nobody needs it. */
    private @Nullable Secret goodFor(TokenRequest request) throws SourceFailed {
        try {
            return token(good(request));
        } catch (NotObtainable e) {
            return null;
        }
    }

    /** From any good token: what nobody has to sign anybody can make. */
    private Token forged(JwtChange change, TokenRequest request) throws NotObtainable, SourceFailed {
        JwtForge forge = new JwtForge(now().truncatedTo(ChronoUnit.SECONDS), context.leeway(), null, this::published);
        JwtDraft good = JwtForge.read(token(good(request)).reveal());
        return new Token(forge.forge(good, change), null);
    }

    /** As the first source knows it that knows it at all; what others say of theirs is told only where none does. */
    private PublicKey published(JwtDraft good) throws NotObtainable {
        Set<String> because = new LinkedHashSet<>();
        Set<String> add = new LinkedHashSet<>();
        for (TokenSupply supply : supplies) {
            try {
                return supply.published().of(good);
            } catch (NotObtainable e) {
                because.add(e.because());
                add.add(e.add());
            }
        }
        throw new NotObtainable(String.join("; ", because), String.join(", or ", add));
    }
}
