package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.plan.Shard;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which shard it is has to be plain: a wrong one leaves cases out, and nothing is red. */
class ShardSettingsTest {

    @Test
    void a_shard_is_said_by_number_from_one() {
        assertThat(settings("2/8", null, null).get()).isEqualTo(new Shard(2, 8));
        assertThat(settings("2/8", null, "5").get()).isEqualTo(new Shard(2, 8));
    }

    @ParameterizedTest
    @CsvSource({"0, 8, 1/8", "7, 8, 8/8", "0, 1, 1/1"})
    void an_indexed_job_counts_from_zero(String index, String completions, String shard) {
        ShardSettings settings = settings(null, completions, index);

        assertThat(settings.problem()).isEmpty();
        assertThat(settings.get()).hasToString(shard);
    }

    @Test
    void an_index_alone_parts_nothing() {
        assertThat(settings(null, null, "3").problem()).isEmpty();
        assertThat(settings(null, null, "3").get()).isEqualTo(Shard.WHOLE);
    }

    @Test
    void a_number_of_shards_needs_to_know_which_one_this_is() {
        assertThat(settings(null, "8", null).problem())
                .contains(
                        "naysayer.shards needs JOB_COMPLETION_INDEX, which Kubernetes sets in each Pod of an Indexed Job: elsewhere say which shard this is, such as naysayer.shard=2/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "-1", "x", ""})
    void an_index_beyond_the_shards_is_a_problem(String index) {
        assertThat(settings(null, "8", index).problem())
                .contains(
                        "JOB_COMPLETION_INDEX is '" + index
                                + "', and where naysayer.shards is 8 it has to be from 0 to 7: set that to the 'completions' of the Job");
    }

    @Test
    void who_says_it_twice_says_two_things() {
        assertThat(settings("2/8", "8", "1").problem())
                .contains(
                        "naysayer.shard and naysayer.shards both say how many shards there are: leave one of them out");
    }

    private static ShardSettings settings(@Nullable String shard, @Nullable String shards, @Nullable String index) {
        return new ShardSettings(Optional.ofNullable(shard), Optional.ofNullable(shards), index);
    }
}
