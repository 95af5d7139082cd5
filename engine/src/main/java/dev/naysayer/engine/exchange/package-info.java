/** What went over the wire and back, as plain data that is redacted; and how a run behaves while it asks. */
@NullMarked
package dev.naysayer.engine.exchange;

import org.jspecify.annotations.NullMarked;
