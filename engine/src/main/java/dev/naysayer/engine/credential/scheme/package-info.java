/** One file per way for a credential to travel. */
@NullMarked
package dev.naysayer.engine.credential.scheme;

import org.jspecify.annotations.NullMarked;
