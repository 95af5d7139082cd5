/** What a standard demands: the clause, and how binding it is. */
@NullMarked
package dev.naysayer.engine.standard;

import org.jspecify.annotations.NullMarked;
