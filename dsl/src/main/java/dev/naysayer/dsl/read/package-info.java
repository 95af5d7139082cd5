/** YAML text in, a {@link dev.naysayer.dsl.Suite} or every problem out. */
@NullMarked
package dev.naysayer.dsl.read;

import org.jspecify.annotations.NullMarked;
