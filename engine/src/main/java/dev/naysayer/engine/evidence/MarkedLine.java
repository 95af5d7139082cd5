package dev.naysayer.engine.evidence;

/** A field line with one place pointed at. */
final class MarkedLine {

    private MarkedLine() {}

    /** The line, and below it a caret with the remark; control characters show as symbols so the caret fits. */
    static String describe(String line, int offset, String remark) {
        StringBuilder shown = new StringBuilder(line.length());
        line.chars().map(MarkedLine::visible).forEach(shown::appendCodePoint);
        return "%s%n%s^ %s".formatted(shown, " ".repeat(offset), remark);
    }

    private static int visible(int character) {
        if (!Character.isISOControl(character)) {
            return character;
        }
        return character < ' ' ? '\u2400' + character : '\ufffd';
    }
}
