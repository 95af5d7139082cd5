package dev.naysayer.dsl;

/**
 * Where an OpenAPI document says that the API is: a hint for people, and never where anything is sent.
 *
 * @param at where it says so
 * @param url its first server, with the defaults of its variables; a path alone where it names no host
 */
public record DocumentedServer(Position at, String url) {

    /** The path that all operations are below; empty where there is none. */
    public String path() {
        String path = url.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*", "").replaceFirst("^//[^/]*", "");
        return path.replaceFirst("/+$", "");
    }

    /** What may be written as a target: all of it where it is one, else the path alone. */
    public String target() {
        return TargetUrl.fault(url).isEmpty() ? url : "https://…" + path();
    }

    /** {@code openapi.yaml:3}. */
    public String place() {
        return "%s:%d".formatted(at.file(), at.line());
    }
}
