package dev.naysayer.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose the object is that an operation's path leads to, and what leads to those of others.
 *
 * @param owner whose it is; null where the path leads to nothing that is somebody's
 * @param byOwner what path parameters have to be, by whose they are, in the order of the suite's subjects
 * @param hidden where the suite says that who may not see an object does not learn that it is there; null where they may
 */
public record PathObjects(
        @Nullable String owner, Map<String, Map<String, String>> byOwner, @Nullable Position hidden) {

    /** Of a path that leads to nothing that is somebody's. */
    public static final PathObjects NONE = new PathObjects(null, Map.of(), null);

    public PathObjects {
        byOwner = Collections.unmodifiableMap(new LinkedHashMap<>(byOwner));
    }

    /** Whether an object is theirs. */
    public boolean isOwner(String subject) {
        return byOwner.containsKey(subject);
    }

    /** Whether the path leads to what belongs to somebody else. */
    public boolean isForeignTo(String subject) {
        return owner != null && !owner.equals(subject);
    }

    /** Of all others who own one the next behind this subject, or the first behind the last; null where there is none. */
    public @Nullable String ownerForeignTo(String subject) {
        List<String> owners = List.copyOf(byOwner.keySet());
        String next = owners.isEmpty() ? null : owners.get((owners.indexOf(subject) + 1) % owners.size());
        return subject.equals(next) ? null : next;
    }

    /** The same objects, where the path leads to this subject's. */
    PathObjects of(String subject) {
        return new PathObjects(subject, byOwner, hidden);
    }
}
