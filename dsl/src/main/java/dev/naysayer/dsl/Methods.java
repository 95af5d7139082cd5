package dev.naysayer.dsl;

import java.util.List;

/** The methods of operations: any token, and those by name of the <a href="https://www.iana.org/assignments/http-methods">registry</a>. */
public final class Methods {

    /** Those that change nothing, but for TRACE, in the order in which they are listed to readers. */
    public static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT", "SEARCH", "QUERY");

    /** The others that APIs have most. */
    public static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");

    /** All others that are registered, but for those that no operation has. */
    public static final List<String> RARE = List.of(
            "ACL",
            "BASELINE-CONTROL",
            "BIND",
            "CHECKIN",
            "CHECKOUT",
            "COPY",
            "LABEL",
            "LINK",
            "LOCK",
            "MERGE",
            "MKACTIVITY",
            "MKCALENDAR",
            "MKCOL",
            "MKREDIRECTREF",
            "MKWORKSPACE",
            "MOVE",
            "ORDERPATCH",
            "PROPPATCH",
            "REBIND",
            "UNBIND",
            "UNCHECKOUT",
            "UNLINK",
            "UNLOCK",
            "UPDATE",
            "UPDATEREDIRECTREF",
            "VERSION-CONTROL");

    private Methods() {}

    public static boolean isSafe(String method) {
        return SAFE.contains(method);
    }
}
