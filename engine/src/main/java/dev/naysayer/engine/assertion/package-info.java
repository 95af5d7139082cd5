/** An answer that somebody's own test got in, the same rules and the same words out: AssertJ's assertions. */
@NullMarked
package dev.naysayer.engine.assertion;

import org.jspecify.annotations.NullMarked;
