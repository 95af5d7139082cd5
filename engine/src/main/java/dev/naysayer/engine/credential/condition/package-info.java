/** One file per way for a credential to be wrong. */
@NullMarked
package dev.naysayer.engine.credential.condition;

import org.jspecify.annotations.NullMarked;
