package dev.naysayer.dsl;

import java.util.Set;

/**
 * Which keys a scheme or a token source has, so that the reader can check a declaration it knows nothing else about.
 *
 * @param required keys that must be there
 * @param optional keys that may be there
 * @param secret those of both whose value may only be a reference ({@code ${VAR}}, {@code ${file:…}}, {@code ${command:…}}), never a literal
 */
public record Shape(Set<String> required, Set<String> optional, Set<String> secret) {}
