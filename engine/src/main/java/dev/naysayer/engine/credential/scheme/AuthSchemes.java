package dev.naysayer.engine.credential.scheme;

import dev.naysayer.engine.credential.AuthScheme;
import java.util.List;

/** Every scheme there is. */
public final class AuthSchemes {

    public static final List<AuthScheme> ALL =
            List.of(new Bearer(), new ApiKey(), new Basic(), new Digest(), new Session(), new Csrf(), new Client());

    private AuthSchemes() {}

    /**
     * The scheme of a name that the suite reader let through.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AuthScheme named(String name) {
        return ALL.stream()
                .filter(scheme -> scheme.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scheme is named '" + name + "'"));
    }
}
