package dev.naysayer.cli;

import dev.naysayer.dsl.source.Suggestion;
import java.util.List;
import java.util.function.Function;

/** Names of the catalogue. */
final class Known {

    private Known() {}

    /**
     * The one of this name.
     *
     * @param what it is, {@code rule}
     * @throws Unusable where there is none, with the name that was probably meant
     */
    static <T> T named(String what, String name, List<T> all, Function<T, String> names) {
        return all.stream()
                .filter(it -> names.apply(it).equals(name))
                .findFirst()
                .orElseThrow(() -> new Unusable("there is no %s '%s': %s"
                        .formatted(
                                what,
                                name,
                                Suggestion.of(name, all.stream().map(names).toList()))));
    }
}
