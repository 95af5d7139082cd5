package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;
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

/** Asks the token sources in their order, and remembers what they gave. */
final class TokenDesk {

    /** A token that expires sooner than this is asked for again, so that it does not expire under way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final List<TokenSupply> supplies;
    private final SourceContext context;
    private final Map<TokenRequest, Answer> answers = new ConcurrentHashMap<>();

    /** What the sources said: a token, or why there is none. */
    private record Answer(
            @Nullable Token token,
            @Nullable NotObtainable obstacle,
            @Nullable SourceFailed failure,
            @Nullable Instant askAgainAt) {}

    TokenDesk(List<TokenSupply> supplies, SourceContext context) {
        this.supplies = List.copyOf(supplies);
        this.context = context;
    }

    /** The token that a blueprint needs; empty text where it needs none. */
    Secret token(Blueprint blueprint) throws NotObtainable, SourceFailed {
        if (blueprint.need() == TokenNeed.Kind.NONE) {
            return new Secret("");
        }
        return blueprint.need() == TokenNeed.Kind.GOOD
                ? token(TokenRequest.good(blueprint.scopes()))
                : token(new TokenRequest(blueprint.condition(), blueprint.need(), blueprint.scopes()));
    }

    private Secret token(TokenRequest request) throws NotObtainable, SourceFailed {
        // Not computeIfAbsent: a forged token asks for the good one, which would change the map while it computes.
        Answer known = answers.get(request);
        if (known == null || isStale(known)) {
            known = ask(request);
            answers.put(request, known);
        }
        if (known.obstacle() != null) {
            throw known.obstacle();
        }
        if (known.failure() != null) {
            throw known.failure();
        }
        return Objects.requireNonNull(known.token()).text();
    }

    private boolean isStale(Answer answer) {
        return answer.askAgainAt() != null && context.clock().instant().isAfter(answer.askAgainAt());
    }

    private Answer ask(TokenRequest request) {
        try {
            Token token = firstOf(request);
            context.secrets().accept(token.text());
            return new Answer(token, null, null, askAgainAt(request, token));
        } catch (NotObtainable e) {
            return new Answer(null, e, null, null);
        } catch (SourceFailed e) {
            return new Answer(null, null, e, null);
        }
    }

    /** Only what is to be good goes bad by waiting; of a short life no more than a quarter is given away. */
    private @Nullable Instant askAgainAt(TokenRequest request, Token token) {
        if (token.expiresAt() == null || request.need() == TokenNeed.Kind.EXPIRED) {
            return null;
        }
        Duration left = Duration.between(context.clock().instant(), token.expiresAt());
        Duration margin = left.dividedBy(4).compareTo(MARGIN) < 0 ? left.dividedBy(4) : MARGIN;
        return token.expiresAt().minus(margin);
    }

    private Token firstOf(TokenRequest request) throws NotObtainable, SourceFailed {
        Set<String> because = new LinkedHashSet<>();
        Set<String> add = new LinkedHashSet<>();
        for (TokenSupply supply : supplies) {
            try {
                return supply.token(request);
            } catch (NotObtainable e) {
                because.add(e.because());
                add.add(e.add());
            }
        }
        if (request.need() instanceof TokenNeed.Forged forged) {
            try {
                return forged(forged.change(), request.scopes());
            } catch (NotObtainable e) {
                because.add(e.because());
                add.add(e.add());
            }
        }
        throw new NotObtainable(String.join("; ", because), String.join(", or ", add));
    }

    /** From any good token: what nobody has to sign anybody can make. */
    private Token forged(JwtChange change, List<String> scopes) throws NotObtainable, SourceFailed {
        Instant now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        JwtForge forge = new JwtForge(now, context.leeway(), null);
        JwtDraft good = JwtForge.read(token(TokenRequest.good(scopes)).reveal());
        return new Token(forge.forge(good, change), null);
    }
}
