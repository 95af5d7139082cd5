package dev.naysayer.dsl;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statuses that are right.
 *
 * @param accepted whether every 2xx is right: the credential may get through
 * @param refusals further statuses that are right: from 400 to 499, or redirects where they serve nothing; empty where the
 *     credential has to get through
 */
public record Statuses(boolean accepted, List<Integer> refusals) {

    public Statuses {
        refusals = List.copyOf(refusals);
    }

    /** Any of these refusals, and nothing else. */
    public static Statuses refused(List<Integer> refusals) {
        return new Statuses(false, refusals);
    }

    /** {@code 2xx or 401}. */
    @Override
    public String toString() {
        return Stream.concat(
                        accepted ? Stream.of("2xx") : Stream.empty(),
                        refusals.stream().map(String::valueOf))
                .collect(Collectors.joining(" or "));
    }
}
