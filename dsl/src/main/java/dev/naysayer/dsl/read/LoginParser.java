package dev.naysayer.dsl.read;

import dev.naysayer.dsl.LoginNeed;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code acr: gold} and {@code max-age: 300} of an operation. */
final class LoginParser {

    /** A year: who need not log in for longer need not be asked when they did. */
    private static final int LONGEST = 31_536_000;

    private final Problems problems;
    private final Interpolation interpolation;

    LoginParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    LoginNeed parse(Fields operation) {
        return new LoginNeed(acr(operation.get("acr")), maxAge(operation.get("max-age")));
    }

    private List<String> acr(@Nullable Node node) {
        return Fields.oneOrMore(node, "'acr'", problems).stream()
                .flatMap(it -> Stream.ofNullable(value(it)))
                .toList();
    }

    /** A challenge lists them parted by blanks (RFC 9470 section 3). */
    private @Nullable String value(ScalarNode node) {
        String text = interpolation.resolve(node);
        if (text == null || (!text.isBlank() && text.chars().noneMatch(Character::isWhitespace))) {
            return text;
        }
        problems.at(
                node,
                "a class of logins is one word",
                "write a list where any of several is enough: 'acr: [gold, platinum]'");
        return null;
    }

    private @Nullable Duration maxAge(@Nullable Node node) {
        ScalarNode seconds = Fields.scalar(node, "'max-age'", problems);
        if (seconds == null) {
            return null;
        }
        String text = seconds.getValue();
        if (!text.matches("[1-9]\\d{0,7}") || Integer.parseInt(text) > LONGEST) {
            problems.at(
                    seconds,
                    "'max-age' is a number of whole seconds from 1 to %d".formatted(LONGEST),
                    "write 'max-age: 300': how long ago the user may have logged in");
            return null;
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }
}
