package dev.naysayer.dsl;

import java.util.List;

/**
 * How a suite's credentials travel and where good ones come from.
 *
 * @param at where the suite names the scheme
 * @param scheme the scheme's name, {@code bearer}
 * @param sources the token sources, in the order in which they are to be asked; at least one
 */
public record CredentialDeclaration(Position at, String scheme, List<SourceDeclaration> sources) {}
