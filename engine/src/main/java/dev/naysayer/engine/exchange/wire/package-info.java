/** What all ways of sending share: what is to be sent, how an answer is read and for how long, and why none came. */
@NullMarked
package dev.naysayer.engine.exchange.wire;

import org.jspecify.annotations.NullMarked;
