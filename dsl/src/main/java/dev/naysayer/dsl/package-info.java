/** YAML text in, a {@link dev.naysayer.dsl.Suite} or every problem out; knows no HTTP client and no JUnit. */
@NullMarked
package dev.naysayer.dsl;

import org.jspecify.annotations.NullMarked;
