package dev.naysayer.engine.credential.source;

import dev.naysayer.engine.credential.TokenSource;
import java.util.List;

/** Every token source there is. */
public final class TokenSources {

    public static final List<TokenSource> ALL = List.of(
            new MintedJwt(),
            new ClientCredentials(),
            new Login(),
            new GivenToken(),
            new Account(),
            new Wfc(),
            new Registration());

    private TokenSources() {}

    /**
     * The token source of a name that the suite reader let through.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TokenSource named(String name) {
        return ALL.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no token source is named '" + name + "'"));
    }
}
