package dev.naysayer.reports.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Parts of a run, each of which knows some of its cases.
 *
 * @param of how many there are
 * @param present the numbers of those that are here, from 1, in ascending order
 */
public record Shards(int of, List<Integer> present) {

    public Shards {
        present = present.stream().distinct().sorted().toList();
    }

    /** The numbers of those that are not here, in ascending order. */
    public List<Integer> missing() {
        return IntStream.rangeClosed(1, of)
                .filter(number -> !present.contains(number))
                .boxed()
                .toList();
    }

    /** {@code This is shard 2 of 8.}, {@code Shards 3 and 5 of 8 are missing.}, {@code These are all 8 shards.} */
    public String sentence() {
        if (missing().isEmpty()) {
            return of == 1 ? "This is the only shard." : "These are all %d shards.".formatted(of);
        }
        if (present.size() == 1) {
            return "This is shard %d of %d.".formatted(present.get(0), of);
        }
        return missing().size() == 1
                ? "Shard %d of %d is missing.".formatted(missing().get(0), of)
                : "Shards %s of %d are missing.".formatted(listed(missing()), of);
    }

    private static String listed(Collection<Integer> numbers) {
        List<String> words = numbers.stream().map(String::valueOf).collect(Collectors.toList());
        String last = words.remove(words.size() - 1);
        return words.isEmpty() ? last : String.join(", ", words) + " and " + last;
    }
}
