package dev.naysayer.reports.format;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** The templates of all pages, as classes that the build made of them. */
final class Templates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    private Templates() {}

    /**
     * Writes a page.
     *
     * @param page the template's one parameter
     * @throws IOException where it cannot be written, or what it shows cannot be read: that is no fault of the template
     */
    static void render(String template, Object page, Writer out) throws IOException {
        try {
            ENGINE.render(template, page, new VisibleOutput(out));
        } catch (TemplateException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
    }
}
