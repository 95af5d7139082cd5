package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "control-after, true, true",
        "token and gateway-key: control-after, true, true",
        "control, true, false",
        "late-control-after, true, false",
        "token: late-control-after, true, false",
        "control-after, false, false",
    })
    void only_the_control_behind_all_others_is_one_and_no_subject_that_is_called_alike(
            String scenario, boolean control, boolean after) {
        CaseOutcome outcome = new CaseOutcome(
                "Ward API",
                "ward.auth.yaml",
                7,
                null,
                "GET /audit",
                scenario,
                "good",
                control,
                OutcomeKind.CONFORMING,
                null,
                List.of(),
                null);

        assertThat(outcome.controlAfter()).isEqualTo(after);
    }
}
