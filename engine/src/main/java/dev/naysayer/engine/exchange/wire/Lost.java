package dev.naysayer.engine.exchange.wire;

import dev.naysayer.engine.mover.Mover;

/**
 * Why no answer came.
 *
 * @param mover whose move it is
 * @param reason one line
 */
public record Lost(Mover mover, String reason) {}
