/** Correct APIs of each style, strict ones and free ones, none of which may be accused of anything. */
@NullMarked
package dev.naysayer.examples.correct;

import org.jspecify.annotations.NullMarked;
