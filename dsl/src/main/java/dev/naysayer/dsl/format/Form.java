package dev.naysayer.dsl.format;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a mapping has.
 *
 * @param name what it is called in problems, {@code a suite}, and by the pages that show it
 * @param keys in the order in which readers are told of them
 * @param others a mapping whose keys it has as well, and which has its own place to be told of; null where there is none
 */
public record Form(String name, List<Key> keys, @Nullable Form others) {

    public Form {
        keys = List.copyOf(keys);
    }

    /** A mapping with these keys. */
    public static Form of(String name, Key... keys) {
        return new Form(name, List.of(keys), null);
    }

    /** The same mapping with the keys of another. */
    public Form alsoLike(Form other) {
        return new Form(name, keys, other);
    }

    /** The same mapping with a further key. */
    public Form with(Key further) {
        return new Form(name, Stream.concat(keys.stream(), Stream.of(further)).toList(), others);
    }

    /** A mapping that has some of these keys, all of which may be left out. */
    public Form some(String what, Set<String> names, String byDefault) {
        return new Form(
                what,
                keys.stream()
                        .filter(key -> names.contains(key.name()))
                        .map(key -> key.optional().otherwise(byDefault))
                        .toList(),
                null);
    }

    /** All names that a key may have here. */
    public Set<String> names() {
        Set<String> names = names(keys.stream());
        if (others != null) {
            names.addAll(others.names());
        }
        return names;
    }

    /** Names of the keys whose value may only be a reference. */
    public Set<String> secrets() {
        return names(keys.stream().filter(Key::secret));
    }

    private static Set<String> names(Stream<Key> some) {
        return some.flatMap(key -> Stream.concat(Stream.of(key.name()), key.alike().stream()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What may stand behind this key; any, where it is none of the form's. */
    public Key.Kind kind(String wanted) {
        return key(wanted).map(Key::kind).orElse(Key.Kind.ANY);
    }

    /** The keys that have to be there. */
    public List<Key> required() {
        return keys.stream().filter(key -> key.missing() != null).toList();
    }

    /** The key of this name, or the one that is told of with it. */
    public Optional<Key> key(String wanted) {
        return keys.stream()
                .filter(key -> key.name().equals(wanted) || key.alike().contains(wanted))
                .findFirst();
    }
}
