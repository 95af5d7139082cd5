package dev.naysayer.dsl;

import org.jspecify.annotations.Nullable;

/**
 * What a suite says of an operation's control, the case with the good credential.
 *
 * @param sent false where the suite says {@code control: off}
 * @param status the one status that shows that the credential got through, such as 422 for a body that is wrong on purpose;
 *     null for any 2xx
 */
public record Control(boolean sent, @Nullable Integer status) {

    /** Sent, and to be answered with a 2xx. */
    public static final Control ON = new Control(true, null);

    /** Not sent. */
    public static final Control OFF = new Control(false, null);

    /** Whether an answer with this status shows that the credential got through. */
    public boolean accepts(int answered) {
        return status == null ? answered >= 200 && answered < 300 : status == answered;
    }

    /** {@code 2xx} or the one status. */
    public String expected() {
        return status == null ? "2xx" : String.valueOf(status);
    }
}
