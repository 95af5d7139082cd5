/** The assembly line: mint, send, read, judge. */
@NullMarked
package dev.naysayer.engine.run;

import org.jspecify.annotations.NullMarked;
