package dev.naysayer.engine.outcome;

import org.jspecify.annotations.Nullable;

/**
 * What is the same for all outcomes of a suite, and so stands once.
 *
 * @param name {@code Orders API}
 * @param file the suite's file name
 * @param target the base URL requests went to, or null where none was known
 */
record SuiteWords(String name, String file, @Nullable String target) {}
