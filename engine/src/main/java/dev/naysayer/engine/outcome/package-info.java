/** What happened, as plain data that knows its JSON form. */
@NullMarked
package dev.naysayer.engine.outcome;

import org.jspecify.annotations.NullMarked;
