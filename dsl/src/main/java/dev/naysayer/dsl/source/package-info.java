/** Files as their authors wrote them: text, nodes, references to values, and every problem with its place and next step. */
@NullMarked
package dev.naysayer.dsl.source;

import org.jspecify.annotations.NullMarked;
