package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Match;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What is expected of an answer: the keys of a scenario, wherever they stand. */
final class PromiseParser {

    private static final String ACCEPTED = "2xx";

    /** Where a promise stands. */
    enum Place {
        /** Behind a condition's name, where a success has never needed a reason. */
        SCENARIO,
        /** Behind a condition's name below an operation. */
        OPERATION_AND_SCENARIO,
        /** Behind the name of a condition of the suite's own. */
        CONDITION,
        /** Where it is said of many conditions together. */
        MANY
    }

    private final Problems problems;
    private final Interpolation interpolation;

    /** What is asked of a value, and where. */
    record Asked(Node at, Match match) {}

    PromiseParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** What these keys say; of further keys beside them the caller knows. */
    Promise parse(Fields fields, Place place) {
        ScalarNode because = Fields.words(fields.get("because"), "'because'", problems);
        Node status = fields.get("status");
        Statuses statuses = status == null ? null : statuses(status);
        if (statuses != null && statuses.accepted() && because == null && place != Place.SCENARIO) {
            problems.at(
                    Objects.requireNonNull(status),
                    "a bad credential gets through here, and nobody says why",
                    "give the reason, which the report shows: 'because: …'");
        }
        if (statuses != null && statuses.accepted() && statuses.refusals().isEmpty()) {
            refuseOfRefusals(fields);
        }
        Said said = new Said(place, because == null ? null : because.getValue());
        MatchParser matches = new MatchParser(problems, interpolation);
        Node body = fields.get("body");
        Node challenge = fields.get("challenge");
        Node headers = fields.get("headers");
        BodyPromiseParser.Body declared =
                body == null ? BodyPromiseParser.Body.NONE : new BodyPromiseParser(problems, interpolation).parse(body);
        return new Promise(
                said.at(status, statuses),
                said.at(fields.get("error"), this::errors),
                said.at(declared.schemaAt(), declared.schema()),
                said.at(declared.mediaTypeAt(), declared.mediaType()),
                challenge == null ? Map.of() : said.all(new ChallengePromiseParser(problems, matches).parse(challenge)),
                headers == null ? Map.of() : said.all(new HeaderPromiseParser(problems, matches).parse(headers)),
                said.all(declared.members()));
    }

    /** Rules about refusals have nothing to say where there is none, and what nobody judges would be green for ever. */
    private void refuseOfRefusals(Fields fields) {
        Stream.of("challenge", "headers", "body")
                .map(fields::get)
                .flatMap(Stream::ofNullable)
                .forEach(node -> problems.at(
                        node,
                        "the credential has to get through, so there is no refusal to be like this",
                        "leave it out, or add the status of a refusal that is right, too"));
    }

    /** What all parts of one mapping have in common. */
    private final class Said {

        private final Place place;
        private final @Nullable String because;

        Said(Place place, @Nullable String because) {
            this.place = place;
            this.because = because;
        }

        <T> @Nullable Declared<T> at(@Nullable Node node, @Nullable T value) {
            return node == null || value == null
                    ? null
                    : new Declared<>(value, problems.position(node), null, place == Place.MANY, because);
        }

        Map<String, Declared<Match>> all(Map<String, Asked> asked) {
            Map<String, Declared<Match>> declared = new TreeMap<>();
            asked.forEach((name, one) -> declared.put(
                    name,
                    new Declared<>(one.match(), problems.position(one.at()), null, place == Place.MANY, because)));
            return declared;
        }

        <T> @Nullable Declared<T> at(@Nullable Node node, Function<Node, T> parsed) {
            return node == null ? null : at(node, parsed.apply(node));
        }
    }

    private Statuses statuses(Node node) {
        List<ScalarNode> written = Fields.oneOrMore(node, "'status'", problems);
        written.stream()
                .filter(status -> !isAccepted(status) && !isRefusal(status))
                .forEach(status -> problems.at(
                        status,
                        "a status is one from 400 to 499, or 2xx",
                        "write 'status: 401', or 'status: 2xx' where the credential has to get through"));
        boolean any = written.stream().anyMatch(status -> status.getValue().equals(ACCEPTED));
        return new Statuses(
                written.stream().anyMatch(PromiseParser::isAccepted),
                numbers(written.stream().filter(PromiseParser::isRefusal).toList()),
                any
                        ? List.of()
                        : numbers(written.stream()
                                .filter(PromiseParser::isAccepted)
                                .toList()));
    }

    private static List<Integer> numbers(List<ScalarNode> statuses) {
        return statuses.stream()
                .map(status -> Integer.valueOf(status.getValue()))
                .distinct()
                .toList();
    }

    private static boolean isAccepted(ScalarNode status) {
        return status.getValue().matches("2(xx|\\d\\d)");
    }

    private static boolean isRefusal(ScalarNode status) {
        return status.getValue().matches("4\\d\\d");
    }

    private List<String> errors(Node node) {
        return Fields.oneOrMore(node, "'error'", problems).stream()
                .map(ScalarNode::getValue)
                .distinct()
                .toList();
    }
}
