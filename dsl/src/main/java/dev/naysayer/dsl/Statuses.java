package dev.naysayer.dsl;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statuses that are right.
 *
 * @param accepted whether the credential may get through
 * @param refusals further statuses that are right: from 400 to 499, or redirects where they serve nothing; empty where the
 *     credential has to get through
 * @param successes with which statuses it gets through; empty where every 2xx is right
 */
public record Statuses(boolean accepted, List<Integer> refusals, List<Integer> successes) {

    public Statuses {
        refusals = List.copyOf(refusals);
        successes = List.copyOf(successes);
    }

    /** Where every 2xx is right, if the credential may get through. */
    public Statuses(boolean accepted, List<Integer> refusals) {
        this(accepted, refusals, List.of());
    }

    /** Any of these refusals, and nothing else. */
    public static Statuses refused(List<Integer> refusals) {
        return new Statuses(false, refusals);
    }

    /** {@code 2xx or 401}. */
    @Override
    public String toString() {
        Stream<String> through = successes.isEmpty() ? Stream.of("2xx") : numbers(successes);
        return Stream.concat(accepted ? through : Stream.empty(), numbers(refusals))
                .collect(Collectors.joining(" or "));
    }

    private static Stream<String> numbers(List<Integer> statuses) {
        return statuses.stream().map(String::valueOf);
    }
}
