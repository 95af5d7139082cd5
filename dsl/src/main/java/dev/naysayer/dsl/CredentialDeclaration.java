package dev.naysayer.dsl;

import java.util.List;

/**
 * How one of a suite's credentials travels and where good ones come from.
 *
 * @param name what the suite calls it
 * @param scheme the scheme, {@code bearer}, with its own keys
 * @param sources the token sources, in the order in which they are to be asked; at least one
 */
public record CredentialDeclaration(String name, NamedSettings scheme, List<NamedSettings> sources) {

    /** One that is called as its scheme is. */
    public CredentialDeclaration(NamedSettings scheme, List<NamedSettings> sources) {
        this(scheme.name(), scheme, sources);
    }
}
