package dev.naysayer.dsl.read;

import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.Match;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;

/** {@code headers:} what the headers of an answer have to be. */
final class HeaderPromiseParser {

    private final Problems problems;
    private final MatchParser matches;

    HeaderPromiseParser(Problems problems, MatchParser matches) {
        this.problems = problems;
        this.matches = matches;
    }

    /** What is asked of each, by its name without regard to case. */
    Map<String, PromiseParser.Asked> parse(Node node) {
        Map<String, PromiseParser.Asked> asked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Fields.Field field : Fields.of(node, "'headers'", problems).all()) {
            Match match = matches.text(field);
            if (!HttpToken.is(field.name())) {
                problems.at(
                        field.key(),
                        "'%s' is not the name of a header".formatted(field.name()),
                        "write X-Request-ID: …");
            } else if (field.name().equalsIgnoreCase("WWW-Authenticate")) {
                problems.at(
                        field.key(),
                        "the challenge has a key of its own",
                        "write 'challenge: {realm: orders}' beside 'headers', or 'challenge: absent'");
            } else if (!names.add(field.name())) {
                problems.at(
                        field.key(),
                        "the header '%s' stands here twice, since case does not matter".formatted(field.name()),
                        "keep one of them");
            } else if (match != null) {
                asked.put(field.name(), new PromiseParser.Asked(field.value(), match));
            }
        }
        return asked;
    }
}
