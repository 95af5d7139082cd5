/** The only package that knows JUnit: discovery, the test tree, settings, and failures that read well. */
@NullMarked
package dev.naysayer.engine.junit;

import org.jspecify.annotations.NullMarked;
