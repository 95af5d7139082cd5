package dev.naysayer.dsl;

/**
 * Where something stands in an OpenAPI document.
 *
 * @param at file, line and column
 * @param pointer its JSON Pointer in the file (RFC 6901); empty for the whole file
 */
public record DocumentPlace(Position at, String pointer) {

    /** The place below this one that is called so; its line is this one's. */
    public DocumentPlace below(String name) {
        return new DocumentPlace(at, pointer + "/" + name);
    }

    /** {@code openapi.yaml:14 #/paths/~1orders/get}. */
    @Override
    public String toString() {
        return "%s:%d #%s".formatted(at.file(), at.line(), pointer);
    }
}
