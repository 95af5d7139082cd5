package dev.naysayer.engine.rule;

import java.util.List;
import java.util.stream.Collectors;

/** How findings put things. */
public final class Words {

    private Words() {}

    /** {@code 401 or 400}. */
    public static String or(List<?> alternatives) {
        return alternatives.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    /** An empty value made visible. */
    public static String shown(String text) {
        return text.isBlank() ? "an empty field" : text;
    }
}
