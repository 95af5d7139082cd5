package dev.naysayer.dsl.format;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of a mapping: what the reader takes, and what the pages of the format tell, both from here.
 *
 * @param name as it is written
 * @param kind what may stand behind it
 * @param words the same in words, and what it means; Markdown
 * @param missing what to do where it is left out; null where it may be
 * @param byDefault what holds where it is left out; empty where nothing does, or where it must not be; Markdown
 * @param example a value as it may be written, or empty
 * @param secret whether its value may only be a reference ({@code ${VAR}}, {@code ${file:…}}, {@code ${command:…}}), never a literal;
 *     of a mapping, the values whose names say that they are secret
 * @param alike further names that mean the same of something else, and are told of here
 */
public record Key(
        String name,
        Kind kind,
        String words,
        @Nullable String missing,
        String byDefault,
        String example,
        boolean secret,
        Set<String> alike) {

    /** What may stand behind a key. */
    public enum Kind {
        /** One value. */
        TEXT,
        /** One value or a list of them. */
        TEXTS,
        /** Keys with values. */
        MAPPING,
        /** Items that are more than one value each. */
        LIST,
        /** What only the key itself can say. */
        ANY
    }

    /** One value. */
    public static Key text(String name, String words) {
        return of(name, Kind.TEXT, words);
    }

    /** A reference to one value that nobody may see. */
    public static Key secret(String name, String words) {
        return new Key(name, Kind.TEXT, words, null, "", "", true, Set.of());
    }

    /** Keys with values, some of which nobody may see: those whose names say so may only be references. */
    public static Key secrets(String name, String words) {
        return new Key(name, Kind.MAPPING, words, null, "", "", true, Set.of());
    }

    /** One value or a list of them. */
    public static Key texts(String name, String words) {
        return of(name, Kind.TEXTS, words);
    }

    /** Keys with values. */
    public static Key mapping(String name, String words) {
        return of(name, Kind.MAPPING, words);
    }

    /** Items that are more than one value each. */
    public static Key list(String name, String words) {
        return of(name, Kind.LIST, words);
    }

    /** What only the key itself can say. */
    public static Key any(String name, String words) {
        return of(name, Kind.ANY, words);
    }

    private static Key of(String name, Kind kind, String words) {
        return new Key(name, kind, words, null, "", "", false, Set.of());
    }

    /** The same, where it has to be there; {@code nextStep} says what to do where it is not. */
    public Key required(String nextStep) {
        return new Key(name, kind, words, nextStep, byDefault, example, secret, alike);
    }

    /** The same, where it need not be there. */
    Key optional() {
        return new Key(name, kind, words, null, byDefault, example, secret, alike);
    }

    /** The same, with what holds where it is left out. */
    public Key otherwise(String holds) {
        return new Key(name, kind, words, missing, holds, example, secret, alike);
    }

    /** The same, with a value as it may be written. */
    public Key like(String value) {
        return new Key(name, kind, words, missing, byDefault, value, secret, alike);
    }

    /** The same, which further names have too. */
    public Key alsoNamed(Set<String> names) {
        return new Key(name, kind, words, missing, byDefault, example, secret, names);
    }
}
