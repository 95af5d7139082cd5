/** An API that refuses as the standards ask, with one place where it can be made to deviate. */
@NullMarked
package dev.naysayer.examples.orders;

import org.jspecify.annotations.NullMarked;
