package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Legible;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Values of path parameters, each of which stays one segment. */
final class PathValues {

    private final Problems problems;
    private final Interpolation interpolation;

    PathValues(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** Null where there is a problem, or where the value is only promised. */
    @Nullable
    String of(Fields.Field field) {
        ScalarNode value = Fields.scalar(field.value(), "'%s'".formatted(field.name()), problems);
        String text = value == null ? null : interpolation.resolve(value);
        if (value == null || text == null) {
            return null;
        }
        if (text.matches("\\.\\.?")) {
            problems.at(value, "a dot segment leads to another path", "give a value that stays one segment");
        }
        Legible.unseen(text)
                .ifPresent(character -> problems.at(
                        value,
                        "what stands here leads to a text with %s, which nobody sees"
                                .formatted(Legible.named(character)),
                        "give a value without it"));
        return text;
    }
}
