package dev.naysayer.reports.format;

import dev.naysayer.dsl.VisibleText;
import gg.jte.output.WriterOutput;
import java.io.Writer;

/**
 * Shows characters that a browser would swallow, or obey, as a mark in their place.
 *
 * <p>An answer may hold anything: a NUL that HTML forbids, or a direction override that makes text read otherwise than
 * it is. Everything a template writes passes here, so no template can forget it.
 */
final class VisibleOutput extends WriterOutput {

    VisibleOutput(Writer writer) {
        super(writer);
    }

    @Override
    public void writeContent(String value) {
        super.writeContent(VisibleText.of(value));
    }

    @Override
    public void writeContent(String value, int beginIndex, int endIndex) {
        super.writeContent(VisibleText.of(value.substring(beginIndex, endIndex)));
    }
}
