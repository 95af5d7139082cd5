package dev.naysayer.reports.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a suite ran: two classes, two modules or two runs may run the same file.
 *
 * @param place the same for all cases of a suite, and for those of no other
 * @param directory the directory that the tests ran in
 * @param className the class that names the suite, or null where none does
 */
public record SuiteOrigin(
        String place, String directory, @Nullable String className) {}
