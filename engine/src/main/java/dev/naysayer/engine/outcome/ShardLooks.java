package dev.naysayer.engine.outcome;

import dev.naysayer.engine.rule.comparison.Look;
import java.util.List;

/**
 * How the answers of one shard look to a comparison that can be made of all shards only.
 *
 * @param ifBroken what becomes of the comparison where the looks of all shards together break it
 * @param looks each once
 */
public record ShardLooks(OutcomeKind ifBroken, List<Look> looks) {

    public ShardLooks {
        looks = List.copyOf(looks);
    }
}
