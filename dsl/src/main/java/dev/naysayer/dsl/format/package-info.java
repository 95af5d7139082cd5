/** The keys of each mapping of a file, with their words and examples, and the names that a file may use. */
@NullMarked
package dev.naysayer.dsl.format;

import org.jspecify.annotations.NullMarked;
