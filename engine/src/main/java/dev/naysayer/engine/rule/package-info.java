/** Evidence in, verdict out: one file per rule, its words beside its code. */
@NullMarked
package dev.naysayer.engine.rule;

import org.jspecify.annotations.NullMarked;
