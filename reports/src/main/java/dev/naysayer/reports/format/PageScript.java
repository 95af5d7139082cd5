package dev.naysayer.reports.format;

/**
 * The page's one script, which filters what is there anyway.
 *
 * @param text a constant of ours, written unescaped
 */
record PageScript(String text) {

    static final PageScript INSTANCE = new PageScript(Inlined.load("report.js"));

    /** What a content security policy says of it, behind that of the style. */
    String policy() {
        return "; script-src " + Inlined.source(text);
    }
}
