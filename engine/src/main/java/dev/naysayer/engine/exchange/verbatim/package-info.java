/** Sending byte for byte, over a connection that is used once. */
@NullMarked
package dev.naysayer.engine.exchange.verbatim;

import org.jspecify.annotations.NullMarked;
