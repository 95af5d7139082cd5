package dev.naysayer.reports.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.outcome.FindingForm;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.engine.outcome.WaiverState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of {@code report.json}, member by member; the schema beside it says what each means. */
final class JsonForm {

    private JsonForm() {}

    /** What all cases of a suite share. */
    record Suite(
            String name,
            String file,
            @Nullable String target,
            @JsonProperty("class") @Nullable String className,
            String directory,
            @Nullable String digest,
            @Nullable String path) {}

    /** A case. */
    record Case(
            int suite,
            int line,
            String operation,
            String scenario,
            String meaning,
            boolean control,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String subject,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String owner,

            OutcomeKind kind,
            @Nullable String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Move move,

            @Nullable List<String> earlier,
            List<FindingForm> findings,
            @Nullable Integer quiet,
            @Nullable Transcript transcript) {}

    /** A waiver. */
    record Waiver(
            int suite,
            @Nullable String rule,
            @Nullable String scenario,
            @Nullable String operation,
            Waived waiver,
            String removal,
            WaiverState state,
            boolean endsSoon,
            int findings,
            @Nullable String reason) {}

    /** A comparison. */
    record Comparison(
            int suite,
            int line,
            String test,
            OutcomeKind kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Move move,

            FindingForm finding,
            List<Transcript> probes) {}
}
