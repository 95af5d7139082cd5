package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.EmbeddedIssuer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a suite runs in.
 *
 * @param target the started target, or null where the suite runs against an API that is there
 * @param issuer the tests' own issuer that the target trusts, or null where the suite asks for none
 * @param notices is told in one line what somebody who watches the run has to know: what is waited for, what is in doubt
 * @param progress is told of each case, and given the time to tell how far the run is
 * @param runEnd whether the run has to end before its time
 */
public record Surroundings(
        @Nullable ContractTarget target,
        @Nullable EmbeddedIssuer issuer,
        Consumer<String> notices,
        Progress progress,
        RunEnd runEnd) {

    Surroundings withNotices(Consumer<String> others) {
        return new Surroundings(target, issuer, others, progress, runEnd);
    }
}
