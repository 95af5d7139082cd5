package dev.naysayer.dsl.read;

import dev.naysayer.dsl.BoundedPatterns;
import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.Match;
import dev.naysayer.dsl.TextPattern;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What a value of an answer has to be: a text, {@code present}, {@code absent}, or {@code {matches: ^E_}} and its like. */
final class MatchParser {

    private static final String PRESENT = "present";
    private static final String ABSENT = "absent";

    private final Problems problems;
    private final Interpolation interpolation;

    MatchParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** A text, as headers and parameters are. */
    @Nullable
    Match text(Fields.Field field) {
        return match(field, false);
    }

    /** A value as JSON has it. */
    @Nullable
    Match json(Fields.Field field) {
        return match(field, true);
    }

    /** {@code present} or {@code absent}, or null for another text. */
    static @Nullable Match presence(ScalarNode word) {
        return switch (word.getValue()) {
            case PRESENT -> new Match.Present();
            case ABSENT -> new Match.Absent();
            default -> null;
        };
    }

    private @Nullable Match match(Fields.Field field, boolean json) {
        if (field.value() instanceof MappingNode) {
            return demanded(field, json);
        }
        if (json && Fields.isEmpty(field.value())) {
            return equal(field.value(), field.name(), true);
        }
        ScalarNode scalar = Fields.scalar(field.value(), "'%s'".formatted(field.name()), problems);
        Match presence = scalar == null ? null : presence(scalar);
        return scalar == null || presence != null ? presence : equal(scalar, field.name(), json);
    }

    private @Nullable Match demanded(Fields.Field field, boolean json) {
        Fields fields = Fields.of(field.value(), "'%s'".formatted(field.name()), Format.VALUE, problems);
        List<Fields.Field> known = fields.all().stream()
                .filter(it -> Format.VALUE.names().contains(it.name()))
                .toList();
        if (known.size() != 1) {
            if (known.size() < fields.all().size()) {
                return null;
            }
            problems.at(
                    field.value(),
                    "of '%s' one thing is asked".formatted(field.name()),
                    "write one of {equals: …}, {matches: …} and {echo: …}");
            return null;
        }
        Fields.Field one = known.get(0);
        return switch (one.name()) {
            case "equals" -> equal(one.value(), one.name(), json);
            case "matches" -> matching(one);
            default -> echo(one);
        };
    }

    private @Nullable Match equal(Node node, String name, boolean json) {
        if (json) {
            String value = new JsonBody(problems, interpolation).value(node);
            if (value == null) {
                problems.at(
                        node,
                        "nobody knows beforehand what is made anew for each request",
                        "say where it was sent: {echo: X-Request-ID}");
            }
            return value == null ? null : new Match.Equal(value);
        }
        ScalarNode scalar = Fields.scalar(node, "'%s'".formatted(name), problems);
        String text = scalar == null ? null : interpolation.resolve(scalar);
        if (scalar == null || text == null) {
            return null;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            problems.at(scalar, "a header holds no line break and no control character", "give a value without it");
        }
        return new Match.Equal(text);
    }

    private @Nullable Match matching(Fields.Field field) {
        ScalarNode pattern = Fields.words(field.value(), "'matches'", problems);
        if (pattern == null) {
            return null;
        }
        Optional<String> fault = BoundedPatterns.fault(pattern.getValue());
        if (fault.isPresent()) {
            problems.at(
                    pattern,
                    "this is no regular expression: " + fault.get(),
                    "write one that JSON Schema's 'pattern' takes, or {equals: …} for the text itself");
            return null;
        }
        return new Match.Matching(new TextPattern(pattern.getValue()));
    }

    private @Nullable Match echo(Fields.Field field) {
        ScalarNode header = Fields.words(field.value(), "'echo'", problems);
        if (header == null) {
            return null;
        }
        if (!HttpToken.is(header.getValue())) {
            problems.at(
                    header, "this is not the name of a header", "name the header of the request: {echo: X-Request-ID}");
            return null;
        }
        return new Match.Echo(header.getValue());
    }
}
