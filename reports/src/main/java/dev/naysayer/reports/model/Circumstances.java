package dev.naysayer.reports.model;

import dev.naysayer.engine.junit.Setting;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run was of, and what it was told.
 *
 * @param commit what was checked out where it ran, or null where that is not known
 * @param branch the branch or tag of that, or null
 * @param settings what each setting was, by its parameter
 */
public record Circumstances(
        @Nullable String commit, @Nullable String branch, SortedMap<String, String> settings) {

    public Circumstances {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** {@code 1a2b3c4d5e} of a commit; all of what is shorter; null where it is not known. */
    public @Nullable String shortCommit() {
        return commit == null || commit.length() <= 10 ? commit : commit.substring(0, 10);
    }

    /** The environment that was chosen for all suites; null where none was. */
    public @Nullable String environment() {
        return settings.get(Setting.ENVIRONMENT.parameter());
    }

    /** What parts of a run have in common: each of the three only where all say the same; null where there is none. */
    public static @Nullable Circumstances common(Collection<Circumstances> parts) {
        if (parts.isEmpty()) {
            return null;
        }
        SortedMap<String, String> settings =
                new TreeMap<>(parts.iterator().next().settings());
        parts.forEach(part -> settings.entrySet().retainAll(part.settings().entrySet()));
        return new Circumstances(same(parts, Circumstances::commit), same(parts, Circumstances::branch), settings);
    }

    private static @Nullable String same(
            Collection<Circumstances> parts, Function<Circumstances, @Nullable String> one) {
        Set<@Nullable String> all = new HashSet<>();
        parts.forEach(part -> all.add(one.apply(part)));
        return all.size() == 1 ? all.iterator().next() : null;
    }
}
