package dev.naysayer.engine.evidence;

import dev.naysayer.dsl.VisibleText;

/** A field line with one place pointed at. */
final class MarkedLine {

    /** So much of a long line is shown before the place, and so much from it on. */
    private static final int BEFORE = 60;

    private static final int BEHIND = 120;

    private MarkedLine() {}

    /** The line, and below it a caret with the remark; of a long line the piece around it, and its length. */
    static String describe(String line, int offset, String remark) {
        int start = offset > BEFORE + BEHIND ? offset - BEFORE : 0;
        String before = (start > 0 ? "…" : "") + VisibleText.ofLine(line.substring(start, offset));
        String behind = VisibleText.ofLine(VisibleText.cut(line.substring(offset), BEHIND));
        return "%s%s%n%s^ %s".formatted(before, behind, " ".repeat(before.length()), remark);
    }
}
