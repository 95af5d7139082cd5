package dev.naysayer.reports.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a suite ran: two classes, two modules or two runs may run the same file.
 *
 * @param place the same for all cases of a suite, and for those of no other
 * @param directory the directory that the tests ran in
 * @param className the class that names the suite, or null where none does
 * @param path where the suite's file lies in its repository, {@code src/test/resources/orders.auth.yaml}; null where that is not known
 */
public record SuiteOrigin(
        String place,
        String directory,
        @Nullable String className,
        @Nullable String path) {

    /** Where nobody knows its file's path. */
    public SuiteOrigin(String place, String directory, @Nullable String className) {
        this(place, directory, className, null);
    }
}
