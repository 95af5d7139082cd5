package dev.naysayer.reports.format;

import gg.jte.output.WriterOutput;
import java.io.Writer;

/**
 * Shows characters that a browser would swallow, or obey, as a mark in their place.
 *
 * <p>An answer may hold anything: a NUL that HTML forbids, or a direction override that makes text read otherwise than
 * it is. Everything a template writes passes here, so no template can forget it.
 */
final class VisibleOutput extends WriterOutput {

    private static final char CONTROL_PICTURES = '\u2400';
    private static final char DELETE_PICTURE = '\u2421';

    VisibleOutput(Writer writer) {
        super(writer);
    }

    @Override
    public void writeContent(String value) {
        super.writeContent(visible(value));
    }

    @Override
    public void writeContent(String value, int beginIndex, int endIndex) {
        super.writeContent(visible(value.substring(beginIndex, endIndex)));
    }

    private static String visible(String text) {
        if (text.chars().noneMatch(VisibleOutput::isHidden)) {
            return text;
        }
        var shown = new StringBuilder(text.length() + 16);
        text.replace("\r\n", "\n").codePoints().forEach(character -> {
            if (!isHidden(character)) {
                shown.appendCodePoint(character);
            } else if (character < ' ') {
                shown.append((char) (CONTROL_PICTURES + character));
            } else if (character == 0x7f) {
                shown.append(DELETE_PICTURE);
            } else {
                shown.append("⟨U+%04X⟩".formatted(character));
            }
        });
        return shown.toString();
    }

    private static boolean isHidden(int character) {
        return (character < ' ' && character != '\n' && character != '\t')
                || (character >= 0x7f && character <= 0x9f)
                || (character >= 0x200b && character <= 0x200f && character != 0x200d)
                || (character >= 0x2028 && character <= 0x202e)
                || (character >= 0x2060 && character <= 0x206f)
                || (character >= 0xd800 && character <= 0xdfff && isLone(character))
                || character == 0xfeff;
    }

    /** Of code points, only those of surrogates that lack their other half are in this range. */
    private static boolean isLone(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
