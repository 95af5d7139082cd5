package dev.naysayer.engine.credential;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.format.Form;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** One place where good tokens come from. */
public interface TokenSource {

    /** The source's name in YAML, {@code mint}. */
    String name();

    /** Which keys a suite gives it. */
    Form form();

    /** Whether it can give credentials of a scheme that is like that. */
    boolean serves(Set<Trait> traits);

    /** Whether it gives such a token only after waiting; such cases run last. */
    default boolean waitsFor(TokenNeed need) {
        return false;
    }

    /** Whether the suite gives it the credential of this condition, by the condition's name. */
    default boolean isGiven(NamedSettings declaration, String condition) {
        return false;
    }

    /** Whether its tokens carry the scopes that are asked of it. */
    default boolean choosesScopes() {
        return true;
    }

    /** Whether its tokens say of the login behind them what is asked of it. */
    default boolean choosesLogins() {
        return false;
    }

    /** Whether it signs with the key of the tests' own issuer, which then has to run before the API starts. */
    default boolean wantsIssuer(NamedSettings declaration) {
        return false;
    }

    /** The servers that it speaks to, as far as the suite names them. */
    default List<URI> servers(NamedSettings declaration) {
        return List.of();
    }

    /** How many requests one good token takes at most, and what it knows of its servers, where nothing has to be sent again. */
    default int mostRequests(NamedSettings declaration) {
        return 0;
    }

    /**
     * Makes the source ready, without touching the network.
     *
     * @throws UnusableSource if a key's value cannot be used
     */
    TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource;
}
