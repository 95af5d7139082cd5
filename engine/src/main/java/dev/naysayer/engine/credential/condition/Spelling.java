package dev.naysayer.engine.credential.condition;

import java.util.Locale;

/** Other spellings of an identifier, which an exact comparison takes for others. */
final class Spelling {

    private Spelling() {}

    static String upperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** With a slash at its end where there was none, and the reverse. */
    static String otherSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text + "/";
    }

    /** The text itself where it is no URL. */
    static String otherProtocol(String text) {
        if (text.startsWith("https://")) {
            return "http" + text.substring("https".length());
        }
        return text.startsWith("http://") ? "https" + text.substring("http".length()) : text;
    }
}
