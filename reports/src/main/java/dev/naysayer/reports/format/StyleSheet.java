package dev.naysayer.reports.format;

/**
 * The page's one style sheet, and the policy that allows it and nothing else.
 *
 * @param css a constant of ours, written unescaped
 */
record StyleSheet(String css) {

    static final StyleSheet INSTANCE = new StyleSheet(Inlined.load("report.css"));

    /** The content security policy under which the page works as it should. */
    String policy() {
        return "default-src 'none'; style-src " + Inlined.source(css) + "; base-uri 'none'; form-action 'none'";
    }

    /** With what another page needs besides. */
    StyleSheet with(String name) {
        return new StyleSheet(css + Inlined.load(name));
    }
}
