package dev.naysayer.engine.outcome;

import dev.naysayer.engine.rule.comparison.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the answers of one shard look to a comparison that can be made of all shards only.
 *
 * @param ifBroken what becomes of the comparison where the looks of all shards together break it
 * @param waiver by which it passes all the same, or null where none lets it
 * @param looks each once
 */
public record ShardLooks(OutcomeKind ifBroken, @Nullable Waived waiver, List<Look> looks) {

    public ShardLooks {
        looks = List.copyOf(looks);
    }
}
