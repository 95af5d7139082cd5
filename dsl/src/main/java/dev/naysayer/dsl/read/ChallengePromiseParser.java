package dev.naysayer.dsl.read;

import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.Match;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code challenge:} {@code present}, {@code absent}, or what its auth-scheme and parameters have to be. */
final class ChallengePromiseParser {

    private final Problems problems;
    private final MatchParser matches;

    ChallengePromiseParser(Problems problems, MatchParser matches) {
        this.problems = problems;
        this.matches = matches;
    }

    /** What is asked of each parameter, by its name in lower case. */
    Map<String, PromiseParser.Asked> parse(Node node) {
        if (node instanceof ScalarNode word) {
            Match presence = MatchParser.presence(word);
            if (presence != null) {
                return Map.of(Promise.WHOLE_CHALLENGE, new PromiseParser.Asked(node, presence));
            }
            problems.at(
                    node,
                    "'challenge' is present, absent or a mapping",
                    "write 'challenge: absent', or 'challenge: {scheme: Bearer, realm: orders}'");
            return Map.of();
        }
        Map<String, PromiseParser.Asked> asked = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (Fields.Field field : Fields.of(node, "'challenge'", problems).all()) {
            Match match = matches.text(field);
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!HttpToken.is(name)) {
                problems.at(
                        field.key(),
                        "'%s' is not the name of a parameter".formatted(field.name()),
                        "write {scheme: Bearer, realm: orders}");
            } else if (name.equals("error")) {
                problems.at(
                        field.key(),
                        "the error code has a key of its own",
                        "write 'error: invalid_token', or 'error: none', beside 'challenge'");
            } else if (!names.add(name)) {
                problems.at(
                        field.key(),
                        "'%s' stands here twice, since case does not matter".formatted(field.name()),
                        "keep one of them");
            } else if (match != null) {
                asked.put(name, new PromiseParser.Asked(field.value(), match));
            }
        }
        return asked;
    }
}
