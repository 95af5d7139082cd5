package dev.naysayer.reports.collect;

import dev.naysayer.reports.model.Unfit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What two versions of one suite found is not what one run found. */
final class SuiteVersions {

    private final Map<Object, Seen> seen = new HashMap<>();
    private final Set<String> different = new LinkedHashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    private record Seen(@Nullable String digest, Path path) {}

    /**
     * A suite as one record has it.
     *
     * @param suite the same for the same suite
     * @param file what it is called
     * @param digest of its text, or null where that is not known
     */
    void add(Object suite, String file, @Nullable String digest, Path path) {
        Seen first = seen.putIfAbsent(suite, new Seen(digest, path));
        if (first == null || first.path().equals(path)) {
            return;
        }
        if (first.digest() == null || digest == null) {
            unknown.add(file);
        } else if (!first.digest().equals(digest)) {
            different.add("%s in %s and in %s".formatted(file, first.path(), path));
        }
    }

    /** Those of which nobody knows, since an earlier version of Naysayer wrote one of their records. */
    Set<String> unknown() {
        return unknown;
    }

    void requireOne() throws Unfit {
        if (!different.isEmpty()) {
            throw new Unfit(
                    "these are different versions of a suite: %s: leave out what the earlier one found, or run all tests with one version"
                            .formatted(String.join("; ", different)));
        }
    }
}
