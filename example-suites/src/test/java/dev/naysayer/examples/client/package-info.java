/** Presents good and wrong credentials to the example APIs and reads the answers. */
@NullMarked
package dev.naysayer.examples.client;

import org.jspecify.annotations.NullMarked;
