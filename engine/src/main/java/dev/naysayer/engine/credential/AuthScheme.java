package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;

/** One way for a credential to travel. */
public interface AuthScheme {

    /** The scheme's name in YAML, {@code bearer}. */
    String name();

    /** The auth-scheme of its challenges (RFC 9110 section 11.1), {@code Bearer}. */
    String challengeScheme();

    /**
     * Puts a token where it travels.
     *
     * @param token what the source gave, already as the blueprint wants it
     * @param blueprint for the facts that concern the carriage
     */
    Credential carry(Secret token, Blueprint blueprint);
}
