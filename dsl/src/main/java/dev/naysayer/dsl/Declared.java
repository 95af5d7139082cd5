package dev.naysayer.dsl;

import org.jspecify.annotations.Nullable;

/**
 * One part of an answer, as a suite or a profile declares it.
 *
 * @param value what is declared
 * @param at where
 * @param profile the profile that declares it, or null where the suite itself does
 * @param forMany whether it is said of many conditions together: of a group, a kind of cause, an operation, all refusals
 * @param because the author's reason, or null where none stands beside it
 */
public record Declared<T>(
        T value,
        Position at,
        @Nullable String profile,
        boolean forMany,
        @Nullable String because) {

    /** What the suite itself says of one condition, without a reason. */
    public static <T> Declared<T> of(T value, Position at) {
        return new Declared<>(value, at, null, false, null);
    }

    /** The same, declared by a profile. */
    Declared<T> by(String name) {
        return new Declared<>(value, at, name, forMany, because);
    }

    /** What is declared, or null where nothing is. */
    public static <T> @Nullable T valueOf(@Nullable Declared<T> declared) {
        return declared == null ? null : declared.value();
    }

    static <T> @Nullable Declared<T> byProfile(@Nullable Declared<T> declared, String name) {
        return declared == null ? null : declared.by(name);
    }

    static <T> @Nullable Declared<T> or(@Nullable Declared<T> nearer, @Nullable Declared<T> farther) {
        return nearer == null ? farther : nearer;
    }
}
