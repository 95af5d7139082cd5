package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gave.
 *
 * @param token the access token
 * @param issuedAt when it came
 * @param lifetime how long it lives as the answer says, or null
 * @param scope the scope as the answer says, or null where it does not
 */
record Grant(
        Secret token,
        Instant issuedAt,
        @Nullable Duration lifetime,
        @Nullable String scope) {

    /** What the server says of its token goes before what stands in it. */
    Token asToken() {
        Instant said = lifetime == null ? null : issuedAt.plus(lifetime);
        Instant inside = TokenText.expiry(token.reveal());
        boolean insideFirst = said == null || (inside != null && inside.isBefore(said));
        return new Token(token, insideFirst ? inside : said);
    }

    /** From when on nobody can take it any more: the later of the two, since an API may look at either. */
    @Nullable
    Instant expiredFrom() {
        Instant said = lifetime == null ? null : issuedAt.plus(lifetime);
        Instant inside = TokenText.expiry(token.reveal());
        if (said == null || inside == null) {
            return said == null ? inside : said;
        }
        return said.isAfter(inside) ? said : inside;
    }

    /** Whether the token carries all of these scopes, by its own account or by the answer's. */
    boolean carries(Collection<String> scopes, @Nullable String asked) {
        Map<String, Object> claims = TokenText.claims(token.reveal());
        // An answer without a scope grants what was asked (RFC 6749 section 5.1).
        List<Set<String>> accounts = new ArrayList<>();
        accounts.add(words(scope == null ? asked : scope));
        accounts.add(words(claims.get("scope")));
        accounts.add(words(claims.get("scp")));
        return accounts.stream().anyMatch(account -> account.containsAll(scopes));
    }

    /** For whom the token is; empty where it does not say. */
    Set<String> audience() {
        Object audience = TokenText.claims(token.reveal()).get("aud");
        return audience instanceof String text ? Set.of(text) : words(audience);
    }

    private static Set<String> words(@Nullable Object value) {
        Stream<?> parts = value instanceof String text
                ? Stream.of(text.split(" "))
                : value instanceof Collection<?> list ? list.stream() : Stream.empty();
        return Set.copyOf(
                parts.map(String::valueOf).filter(word -> !word.isEmpty()).toList());
    }
}
