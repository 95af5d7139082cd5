/** What the standards leave to an API: each liberty with its clause and the conditions that show it. */
@NullMarked
package dev.naysayer.examples.liberty;

import org.jspecify.annotations.NullMarked;
