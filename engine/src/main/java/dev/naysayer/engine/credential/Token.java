package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source gave.
 *
 * @param text the token, key, or user name and password
 * @param expiresAt from when on the API no longer takes it, or null where that is not known
 */
public record Token(Secret text, @Nullable Instant expiresAt) {}
