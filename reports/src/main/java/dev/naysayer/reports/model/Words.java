package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.OutcomeKind;

/** The kinds of outcome as every report says them. */
public final class Words {

    private Words() {}

    /** {@code not applicable}. */
    public static String of(OutcomeKind kind) {
        return of(kind, 1);
    }

    /** {@code violation}, and with any other number than one {@code violations}. */
    public static String of(OutcomeKind kind, int number) {
        return switch (kind) {
            case CONFORMING -> "conforming";
            case WARNING -> number == 1 ? "warning" : "warnings";
            case WAIVED -> "waived";
            case VIOLATION -> number == 1 ? "violation" : "violations";
            case INCONCLUSIVE -> "inconclusive";
            case MISCONFIGURED -> "misconfigured";
            case NOT_OBTAINABLE -> "not obtainable";
            case NOT_APPLICABLE -> "not applicable";
        };
    }

    /** {@code 1 case}, {@code 2 cases}. */
    public static String count(int number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }
}
