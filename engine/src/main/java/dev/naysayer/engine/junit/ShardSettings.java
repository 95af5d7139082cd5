package dev.naysayer.engine.junit;

import dev.naysayer.engine.plan.Shard;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the cases is run here.
 *
 * <p>A Kubernetes Indexed Job tells each Pod its index, from 0, and none how many there are; so that has to be said.
 *
 * @param shard the setting {@value #SHARD}
 * @param shards the setting {@value #SHARDS}
 * @param index what {@value #INDEX} says, or null
 */
record ShardSettings(
        Optional<String> shard,
        Optional<String> shards,
        @Nullable String index) {

    /** Which shard of how many this is, {@code 2/8}, counted from 1. */
    static final String SHARD = "naysayer.shard";

    /** How many shards there are, where Kubernetes says which one this is. */
    static final String SHARDS = "naysayer.shards";

    /** The environment variable in which Kubernetes does so. */
    static final String INDEX = "JOB_COMPLETION_INDEX";

    private static final Pattern TOTAL = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,9}");

    /** All cases where nothing is said, or what is said is a problem. */
    Shard get() {
        if (!problems().isEmpty()) {
            return Shard.WHOLE;
        }
        return shard.flatMap(Shard::of)
                .or(() -> shards.map(
                        total -> new Shard(Integer.parseInt(String.valueOf(index)) + 1, Integer.parseInt(total))))
                .orElse(Shard.WHOLE);
    }

    /** What is wrong; to be told before anything runs, for a wrong part is not seen in a green build. */
    List<String> problems() {
        return Stream.of(ofShard(), ofShards())
                .flatMap(Optional::stream)
                .limit(1)
                .toList();
    }

    private Optional<String> ofShard() {
        if (shard.isPresent() && shards.isPresent()) {
            return Optional.of(
                    "%s and %s both say how many shards there are: leave one of them out".formatted(SHARD, SHARDS));
        }
        return shard.filter(text -> Shard.of(text).isEmpty())
                .map(text -> "%s has to be a number of how many, counted from 1, such as 2/8: from 1/1 to %d/%d"
                        .formatted(SHARD, Shard.MOST, Shard.MOST));
    }

    private Optional<String> ofShards() {
        if (shards.isEmpty()) {
            return Optional.empty();
        }
        if (!TOTAL.matcher(shards.get()).matches()) {
            return Optional.of("%s has to be how many shards there are, from 1 to %d".formatted(SHARDS, Shard.MOST));
        }
        if (index == null) {
            return Optional.of(
                    "%s needs %s, which Kubernetes sets in each Pod of an Indexed Job: elsewhere say which shard this is, such as %s=2/8"
                            .formatted(SHARDS, INDEX, SHARD));
        }
        int total = Integer.parseInt(shards.get());
        return ORDINAL.matcher(index).matches() && Integer.parseInt(index) < total
                ? Optional.empty()
                : Optional.of("%s has to be from 0 to %d where %s is %d: set %s to the 'completions' of the Job"
                        .formatted(INDEX, total - 1, SHARDS, total, SHARDS));
    }
}
