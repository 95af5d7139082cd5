package dev.naysayer.dsl;

import java.util.List;

/**
 * How a suite's credentials travel and where good ones come from.
 *
 * @param scheme the scheme, {@code bearer}, with its own keys
 * @param sources the token sources, in the order in which they are to be asked; at least one
 */
public record CredentialDeclaration(NamedSettings scheme, List<NamedSettings> sources) {}
