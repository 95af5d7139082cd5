package dev.naysayer.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose the object is that an operation's path leads to, and what leads to those of others.
 *
 * @param owner whose it is; null where the path leads to nothing that is somebody's
 * @param all in the order of the suite's subjects
 * @param hidden where the suite says that who may not see an object does not learn that it is there; null where they may
 */
public record PathObjects(
        @Nullable String owner, List<Owned> all, @Nullable Position hidden) {

    /** Of a path that leads to nothing that is somebody's. */
    public static final PathObjects NONE = new PathObjects(null, List.of(), null);

    /**
     * What is one subject's.
     *
     * @param owner the subject's name
     * @param values what path parameters have to be to lead there, in the order of the path
     */
    public record Owned(String owner, Map<String, String> values) {

        public Owned {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    public PathObjects {
        all = List.copyOf(all);
    }

    /** Whether nothing in the path belongs to anybody. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** All who own an object, in the order of the suite's subjects. */
    public List<String> owners() {
        return all.stream().map(Owned::owner).toList();
    }

    /** What path parameters have to be to lead to an object of this subject; empty where they own none. */
    public Optional<Map<String, String>> of(String subject) {
        return all.stream().filter(it -> it.owner().equals(subject)).findFirst().map(Owned::values);
    }

    /** Whether the path leads to what belongs to somebody else. */
    public boolean isForeignTo(String subject) {
        return owner != null && !owner.equals(subject);
    }

    /** Of all others who own one the next behind this subject, or the first behind the last; null where there is none. */
    public @Nullable String ownerForeignTo(String subject) {
        List<String> owners = owners();
        String next = owners.isEmpty() ? null : owners.get((owners.indexOf(subject) + 1) % owners.size());
        return subject.equals(next) ? null : next;
    }

    /** The same objects, where the path leads to this subject's. */
    PathObjects at(String subject) {
        return new PathObjects(subject, all, hidden);
    }
}
