/** An API that asks for user and password, and stops whoever tries one password after the other. */
@NullMarked
package dev.naysayer.examples.door;

import org.jspecify.annotations.NullMarked;
