package dev.naysayer.engine.junit;

import dev.naysayer.engine.plan.Shard;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the cases is run here.
 *
 * <p>A Kubernetes Indexed Job tells each Pod its index, from 0, and none how many there are; so that has to be said.
 *
 * @param shard the setting {@code naysayer.shard}
 * @param shards the setting {@code naysayer.shards}
 * @param index what {@value #INDEX} says, or null
 */
record ShardSettings(
        Optional<String> shard,
        Optional<String> shards,
        @Nullable String index) {

    /** The environment variable in which Kubernetes says which Pod of an Indexed Job this is. */
    static final String INDEX = "JOB_COMPLETION_INDEX";

    private static final Pattern ORDINAL = Pattern.compile("\\d{1,9}");

    /** All cases where nothing is said, or what is said is a problem. */
    Shard get() {
        if (problem().isPresent()) {
            return Shard.WHOLE;
        }
        return shard.flatMap(Shard::of)
                .or(() -> shards.map(total -> new Shard(ordinal() + 1, Integer.parseInt(total))))
                .orElse(Shard.WHOLE);
    }

    private int ordinal() {
        return index != null && ORDINAL.matcher(index).matches() ? Integer.parseInt(index) : Integer.MAX_VALUE;
    }

    /** What is wrong with them together; to be told before anything runs, for a wrong part is not seen in a green build. */
    Optional<String> problem() {
        if (shard.isPresent() && shards.isPresent()) {
            return Optional.of("%s and %s both say how many shards there are: leave one of them out"
                    .formatted(Setting.SHARD.parameter(), Setting.SHARDS.parameter()));
        }
        return shards.filter(total -> ordinal() >= Integer.parseInt(total)).map(this::withoutIndex);
    }

    private String withoutIndex(String total) {
        return index == null
                ? "%s needs %s, which Kubernetes sets in each Pod of an Indexed Job: elsewhere say which shard this is, such as %s=2/8"
                        .formatted(Setting.SHARDS.parameter(), INDEX, Setting.SHARD.parameter())
                : "%s is '%s', and where %s is %s it has to be from 0 to %d: set that to the 'completions' of the Job"
                        .formatted(INDEX, index, Setting.SHARDS.parameter(), total, Integer.parseInt(total) - 1);
    }
}
