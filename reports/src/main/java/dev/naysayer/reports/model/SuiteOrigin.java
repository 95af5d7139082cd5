package dev.naysayer.reports.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a suite ran, and which text of it: two classes, two modules or two runs may run the same file.
 *
 * @param place the same for all cases of a suite, and for those of no other
 * @param directory the directory that the tests ran in
 * @param className the class that names the suite, or null where none does
 * @param digest of the suite's text, so that two records of it can be told to be of the same version; null where it is not known
 * @param path where the suite's file lies in its repository, {@code src/test/resources/orders.auth.yaml}; null where that is not known
 */
public record SuiteOrigin(
        String place,
        String directory,
        @Nullable String className,
        @Nullable String digest,
        @Nullable String path) {

    /** Of a suite whose text is not known. */
    public SuiteOrigin(String place, String directory, @Nullable String className) {
        this(place, directory, className, null, null);
    }
}
