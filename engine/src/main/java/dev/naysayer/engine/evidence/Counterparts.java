package dev.naysayer.engine.evidence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the same operation answered to others, so that an answer can be told from what everybody gets.
 *
 * @param control the answer to the good credential, or null where it is not known
 * @param nobody the answer to no credential at all, or null where it is not known
 */
public record Counterparts(
        @Nullable Evidence control, @Nullable Evidence nobody) {

    /** Nothing is known of other answers. */
    public static final Counterparts UNKNOWN = new Counterparts(null, null);

    boolean isWhatControlGot(Evidence answer) {
        return control != null && isSame(answer, control);
    }

    boolean isWhatAnybodyGets(Evidence answer) {
        return nobody != null && isSame(answer, nobody);
    }

    /** By status, media type and body, without what differs from one answer to the next anyway. */
    private static boolean isSame(Evidence answer, Evidence other) {
        return answer.status() == other.status()
                && Objects.equals(answer.body().mediaType(), other.body().mediaType())
                && isSameBody(answer, other);
    }

    /** What did not end is the same as far as it came. */
    private static boolean isSameBody(Evidence answer, Evidence other) {
        // The very same is the usual case, and cheap to tell.
        if (answer.body().text().equals(other.body().text())) {
            return true;
        }
        String one = answer.body().masked();
        String two = other.body().masked();
        if (one.isEmpty() || two.isEmpty()) {
            return false;
        }
        return one.equals(two)
                || (answer.response().body().truncated() && two.startsWith(one))
                || (other.response().body().truncated() && one.startsWith(two));
    }
}
