package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Shape;
import dev.naysayer.dsl.SourceDeclaration;
import java.time.Clock;

/** One place where good tokens come from. */
public interface TokenSource {

    /** The source's name in YAML, {@code mint}. */
    String name();

    /** Which keys a suite gives it. */
    Shape shape();

    /**
     * Makes the source ready, without touching the network.
     *
     * @param clock read once: all tokens of a run are measured against one instant, so that equal ones are made once
     * @throws UnusableSource if a key's value cannot be used
     */
    TokenSupply open(SourceDeclaration declaration, Clock clock) throws UnusableSource;
}
