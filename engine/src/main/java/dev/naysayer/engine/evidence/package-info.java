/** Exchange in, the facts a rule can ask for out. */
@NullMarked
package dev.naysayer.engine.evidence;

import org.jspecify.annotations.NullMarked;
