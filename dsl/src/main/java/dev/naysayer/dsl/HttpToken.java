package dev.naysayer.dsl;

import java.util.regex.Pattern;

/** What RFC 9110 section 5.6.2 calls a token: methods, names of headers, cookies and parameters, and auth-schemes are such words. */
public final class HttpToken {

    /** As a regular expression. */
    public static final String FORM = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private static final Pattern WHOLE = Pattern.compile(FORM);

    private HttpToken() {}

    /** Whether the whole text is one. */
    public static boolean is(String text) {
        return WHOLE.matcher(text).matches();
    }
}
