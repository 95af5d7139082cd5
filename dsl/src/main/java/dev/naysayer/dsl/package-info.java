/** What a suite says, as records; knows no file, no HTTP client and no JUnit. */
@NullMarked
package dev.naysayer.dsl;

import org.jspecify.annotations.NullMarked;
