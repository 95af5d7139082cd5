/** The format as JSON Schema, for editors. */
@NullMarked
package dev.naysayer.dsl.shape;

import org.jspecify.annotations.NullMarked;
