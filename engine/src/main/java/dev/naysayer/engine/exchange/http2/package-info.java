/** Sending over HTTP/2. */
@NullMarked
package dev.naysayer.engine.exchange.http2;

import org.jspecify.annotations.NullMarked;
