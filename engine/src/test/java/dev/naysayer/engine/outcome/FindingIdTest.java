package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingIdTest {

    private static final FindingId OF_A_CASE =
            new FindingId("Orders API", "GET /orders", "expired-token", "challenge-follows-401");

    @Test
    void it_is_the_names_and_nothing_else() {
        assertThat(OF_A_CASE).hasToString("Orders API › GET /orders › expired-token › challenge-follows-401");
        assertThat(new FindingId("Orders API", null, null, "same-refusal")).hasToString("Orders API › same-refusal");
    }

    @Test
    void its_fingerprint_stays_what_it_was_from_one_release_to_the_next() {
        assertThat(OF_A_CASE.fingerprint()).isEqualTo("955f5fcefccd466e3f6b0748150f85b8");
    }

    @Test
    void names_that_run_into_each_other_have_fingerprints_of_their_own() {
        assertThat(new FindingId("a", "b › c", "d", "e").fingerprint())
                .isNotEqualTo(new FindingId("a › b", "c", "d", "e").fingerprint());
    }
}
