package dev.naysayer.engine.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to authenticate that an API offers (RFC 9110 section 11.3).
 *
 * @param scheme as it was sent; compare it with {@link #hasScheme}
 * @param token68 the one value that some schemes send in place of parameters, or null
 * @param params in the order they were sent; a name sent twice stands here twice
 */
public record Challenge(String scheme, @Nullable String token68, List<AuthParam> params) {

    public Challenge {
        params = List.copyOf(params);
    }

    /** Whether this is the named scheme; case does not matter (RFC 9110 section 11.1). */
    public boolean hasScheme(String name) {
        return scheme.equalsIgnoreCase(name);
    }

    /** Every parameter of that name, in order; case does not matter (RFC 9110 section 11.2). */
    public List<AuthParam> params(String name) {
        return params.stream()
                .filter(param -> param.name().equalsIgnoreCase(name))
                .toList();
    }

    /** The value of the first parameter of that name, or null if there is none. */
    public @Nullable String param(String name) {
        List<AuthParam> named = params(name);
        return named.isEmpty() ? null : named.get(0).value();
    }
}
