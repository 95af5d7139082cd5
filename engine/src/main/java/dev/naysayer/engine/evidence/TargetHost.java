package dev.naysayer.engine.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host that a request went to, so that an answer may name it.
 *
 * @param name as it stands in the URI, empty where there is none
 * @param uri the absolute URI that was asked for
 */
public record TargetHost(String name, String uri) {

    private static final Pattern AUTHORITY =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(\\[[^]]*]|[^:/?#]*)");
    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(?:\\.\\d{1,3}){3}|\\[?::1]?");

    static TargetHost of(String uri) {
        Matcher authority = AUTHORITY.matcher(uri);
        return new TargetHost(authority.lookingAt() ? authority.group(1) : "", uri);
    }

    /** Whether this is the target's own name; a target on loopback has all of the names of loopback. */
    public boolean isCalled(String other) {
        return name.equalsIgnoreCase(other) || (isLoopback(name) && isLoopback(other));
    }

    /** Whether a host of that name is the machine itself. */
    public static boolean isLoopback(String name) {
        return LOOPBACK.matcher(name).matches();
    }
}
