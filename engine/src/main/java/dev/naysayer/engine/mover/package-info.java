/** Whose move it is where nothing could be judged, said by whoever knows: what fails says it, and nobody reads it out of a sentence. */
@NullMarked
package dev.naysayer.engine.mover;

import org.jspecify.annotations.NullMarked;
