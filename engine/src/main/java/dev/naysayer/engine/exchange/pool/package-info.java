/** Sending over connections that are kept for the next request. */
@NullMarked
package dev.naysayer.engine.exchange.pool;

import org.jspecify.annotations.NullMarked;
