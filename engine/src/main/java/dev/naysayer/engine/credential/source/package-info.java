/** One file per origin of good credentials. */
@NullMarked
package dev.naysayer.engine.credential.source;

import org.jspecify.annotations.NullMarked;
