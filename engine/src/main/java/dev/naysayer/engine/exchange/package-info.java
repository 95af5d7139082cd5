/** A case and a credential in, what really went over the wire and back out; redacted before it leaves the package. */
@NullMarked
package dev.naysayer.engine.exchange;

import org.jspecify.annotations.NullMarked;
