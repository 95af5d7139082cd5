/** The ways in which real APIs refuse badly, one switch each. */
@NullMarked
package dev.naysayer.examples.flaws;

import org.jspecify.annotations.NullMarked;
