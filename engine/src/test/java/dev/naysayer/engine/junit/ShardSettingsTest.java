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

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.get()).hasToString(shard);
    }

    @Test
    void an_index_alone_parts_nothing() {
        assertThat(settings(null, null, "3").problems()).isEmpty();
        assertThat(settings(null, null, "3").get()).isEqualTo(Shard.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/8", "9/8", "8", "two"})
    void a_shard_that_is_none_is_a_problem(String shard) {
        assertThat(settings(shard, null, null).problems())
                .containsExactly(
                        "naysayer.shard has to be a number of how many, counted from 1, such as 2/8: from 1/1 to 999/999");
    }

    @Test
    void a_number_of_shards_needs_to_know_which_one_this_is() {
        assertThat(settings(null, "8", null).problems())
                .containsExactly(
                        "naysayer.shards needs JOB_COMPLETION_INDEX, which Kubernetes sets in each Pod of an Indexed Job: elsewhere say which shard this is, such as naysayer.shard=2/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "-1", "x", ""})
    void an_index_beyond_the_shards_is_a_problem(String index) {
        assertThat(settings(null, "8", index).problems())
                .containsExactly(
                        "JOB_COMPLETION_INDEX has to be from 0 to 7 where naysayer.shards is 8: set naysayer.shards to the 'completions' of the Job");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000", "all"})
    void a_number_that_is_none_is_a_problem(String shards) {
        assertThat(settings(null, shards, "0").problems())
                .containsExactly("naysayer.shards has to be how many shards there are, from 1 to 999");
    }

    @Test
    void who_says_it_twice_says_two_things() {
        assertThat(settings("2/8", "8", "1").problems())
                .containsExactly(
                        "naysayer.shard and naysayer.shards both say how many shards there are: leave one of them out");
    }

    private static ShardSettings settings(@Nullable String shard, @Nullable String shards, @Nullable String index) {
        return new ShardSettings(Optional.ofNullable(shard), Optional.ofNullable(shards), index);
    }
}
