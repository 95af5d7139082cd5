package dev.naysayer.dsl;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which operations have their good credential let in before another is asked for, since its headers come from an answer.
 *
 * <p>A session has an order: what a suite lists before an operation of the same session is part of what leads there.
 */
public final class Preceding {

    private Preceding() {}

    /**
     * Those whose answers something is taken from, and those listed before the operation that take something from the same; in the order
     * of the suite.
     *
     * @param all of the suite
     */
    public static List<Operation> of(Operation it, Collection<Operation> all) {
        Set<String> sources = sources(it);
        if (sources.isEmpty()) {
            return List.of();
        }
        Set<String> earlier = all.stream()
                .map(Operation::name)
                .takeWhile(name -> !name.equals(it.name()))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(other -> sources.contains(other.name())
                        || (earlier.contains(other.name())
                                && sources(other).stream().anyMatch(sources::contains)))
                .toList();
    }

    /** An operation that would have to be asked before itself, or empty where each can have its turn. */
    public static Optional<Operation> circle(Collection<Operation> all) {
        Set<String> placed = new HashSet<>();
        List<Operation> open = all.stream().filter(it -> !sources(it).isEmpty()).toList();
        all.stream().filter(it -> sources(it).isEmpty()).map(Operation::name).forEach(placed::add);
        for (int before = -1; before < placed.size(); ) {
            before = placed.size();
            open = open.stream().filter(it -> !isPlaced(it, all, placed)).toList();
        }
        return open.stream().findFirst();
    }

    private static boolean isPlaced(Operation it, Collection<Operation> all, Set<String> placed) {
        return of(it, all).stream().map(Operation::name).allMatch(placed::contains) && placed.add(it.name());
    }

    private static Set<String> sources(Operation it) {
        return it.fields()
                .fromAnswers()
                .map(field -> Objects.requireNonNull(field.from()))
                .collect(Collectors.toSet());
    }
}
