/** The door: a case and a credential in, what really went over the wire and back out. */
@NullMarked
package dev.naysayer.engine.exchange.client;

import org.jspecify.annotations.NullMarked;
