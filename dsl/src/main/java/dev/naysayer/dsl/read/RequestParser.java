package dev.naysayer.dsl.read;

import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.Legible;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Preceding;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.LiteralSecrets;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code headers:}, {@code accept:} and {@code query:} of a suite and of its operations, of which each has the suite's and its own. */
public final class RequestParser {

    /** Leaves out what the suite says. */
    private static final String NONE = "none";

    /** A list of media ranges (RFC 9110 section 12.5.1); parameters are as they are. */
    private static final Pattern ACCEPT = Pattern.compile("RANGE(?: *, *RANGE)*+"
            .replace(
                    "RANGE",
                    "(?:[\\w!#$&^.+-]+/[\\w!#$&^.+*-]+|\\*/\\*)(?: *; *[\\w!#$&^.+-]+=(?:\"[^\"]*\"|[^\\s\",;]+))*+"));

    /** No server takes more, and each operation has them. */
    public static final int MOST = 100;

    /** Most servers take no longer one. */
    private static final int LONGEST = 8_000;

    private static final String OF_CONNECTION = "leave it out: it is about the connection, and each case has its own";

    /** What a suite cannot set, with what to do about it. */
    private static final Map<String, String> NOT_SET_HERE = Map.ofEntries(
            Map.entry("host", "leave it out: the base URL says it"),
            Map.entry("content-length", "leave it out: it follows from the body"),
            Map.entry("transfer-encoding", "leave it out: it follows from the body"),
            Map.entry("content-type", "say it beside the body: 'media-type: application/json'"),
            Map.entry("authorization", "say it under 'credentials': it carries one"),
            Map.entry(
                    "proxy-authorization",
                    "leave it out: a proxy is set by requestSpecification() of a ContractTarget"),
            Map.entry("connection", OF_CONNECTION),
            Map.entry("keep-alive", OF_CONNECTION),
            Map.entry("proxy-connection", OF_CONNECTION),
            Map.entry("te", OF_CONNECTION),
            Map.entry("trailer", OF_CONNECTION),
            Map.entry("upgrade", OF_CONNECTION));

    private final Problems problems;
    private final Interpolation interpolation;
    private final Set<String> places;
    private final List<ScalarNode> sources = new ArrayList<>();
    private final RequestFields suite;

    /**
     * @param places where the suite's credentials travel, {@code the header X-API-Key}
     * @param top the suite itself, whose operations are parsed then
     */
    RequestParser(Problems problems, Interpolation interpolation, Set<String> places, Fields top) {
        this.problems = problems;
        this.interpolation = interpolation;
        this.places =
                places.stream().map(place -> place.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        this.suite = fields(top, RequestFields.NONE, "");
    }

    /** What an operation's requests have, the suite's too. */
    RequestFields parse(Fields operation, String path) {
        return fields(operation, suite, path);
    }

    private RequestFields fields(Fields fields, RequestFields above, String path) {
        List<String> inPath = inPath(path);
        Added headers = headers(fields.get("headers"), fields.get("accept"), above);
        Added query = query(fields.get("query"), inPath, above);
        query.leftOut().addAll(inPath);
        return headers.isNothing() && query.isNothing()
                ? above
                : new RequestFields(headers.own(), query.own()).over(above.without(headers.leftOut(), query.leftOut()));
    }

    /** What a mapping adds, and the names of what it leaves out of the suite's. */
    private record Added(List<RequestFields.Field> own, List<String> leftOut) {

        Added() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        boolean isNothing() {
            return own.isEmpty() && leftOut.isEmpty();
        }
    }

    private static boolean isAmong(List<RequestFields.Field> fields, String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    private void leaveOut(String what, String name, ScalarNode at, boolean isThere, Added added) {
        added.leftOut().add(name);
        if (!isThere) {
            problems.at(
                    at,
                    "'none' leaves out what the suite says, and it has no %s '%s'".formatted(what, name),
                    "take the line out; where the text is meant, write ${NAME:-none} with a name that is not set");
        }
    }

    private Added headers(@Nullable Node node, @Nullable Node accept, RequestFields above) {
        Added added = new Added();
        // Names are compared without regard to case.
        Map<String, Node> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (accept != null) {
            seen.put(RequestFields.ACCEPT, accept);
            accept(accept, above, added);
        }
        for (Fields.Field field : fields(node, "'headers'")) {
            Node earlier = seen.putIfAbsent(field.name(), field.key());
            boolean isFromAnswer = field.value() instanceof MappingNode;
            ScalarNode value =
                    isFromAnswer ? null : Fields.scalar(field.value(), "'%s'".formatted(field.name()), problems);
            if (earlier != null) {
                problems.at(
                        field.key(),
                        "the header '%s' stands here twice".formatted(field.name()),
                        "it is in line %d already: keep one of them"
                                .formatted(problems.position(earlier).line()));
            } else if (mayBeHeader(field)) {
                if (isFromAnswer) {
                    fromAnswer(field, added);
                } else if (value != null) {
                    header(field.name(), value, above, added);
                }
            }
        }
        return added;
    }

    private void fromAnswer(Fields.Field field, Added added) {
        ScalarNode operation = Fields.words(
                Fields.of(field.value(), "'%s'".formatted(field.name()), Format.FROM_ANSWER, problems)
                        .require("from"),
                "'from'",
                problems);
        if (operation != null) {
            sources.add(operation);
            added.own().add(RequestFields.Field.from(operation.getValue(), field.name()));
        }
    }

    /** Tells of what no answer can give, when all operations are known. */
    void checkSources(Collection<Operation> operations) {
        boolean allAnswer =
                sources.stream().filter(it -> !answers(it, operations)).toList().isEmpty();
        if (allAnswer) {
            Preceding.circle(operations)
                    .ifPresent(it -> problems.at(
                            sources.get(0),
                            "'%s' would have to be asked before itself".formatted(it.name()),
                            "take one of the headers from an operation that takes none from these"));
        }
    }

    private boolean answers(ScalarNode source, Collection<Operation> operations) {
        Operation operation = operations.stream()
                .filter(it -> it.name().equals(source.getValue()))
                .findFirst()
                .orElse(null);
        if (operation == null) {
            List<String> names = operations.stream().map(Operation::name).toList();
            problems.unknown(source, "operation", source.getValue(), names);
        } else if (!operation.control().sent()) {
            problems.at(
                    source,
                    "'%s' has no control, so no good credential is answered there".formatted(operation.name()),
                    "take 'control: off' out there");
        }
        return operation != null && operation.control().sent();
    }

    private List<Fields.Field> fields(@Nullable Node node, String what) {
        List<Fields.Field> fields =
                node == null ? List.of() : Fields.of(node, what, problems).all();
        if (fields.size() > MOST) {
            problems.at(
                    fields.get(MOST).key(),
                    "%s has more than %d entries".formatted(what, MOST),
                    "take out what is not needed: no server takes as many");
        }
        return fields.subList(0, Math.min(MOST, fields.size()));
    }

    private void header(String name, ScalarNode value, RequestFields above, Added added) {
        if (value.getValue().equals(NONE)) {
            leaveOut("header", name, value, above.header(name).isPresent(), added);
        } else {
            add(name, value, it -> isHeader(name, value, it), added);
        }
    }

    private boolean mayBeHeader(Fields.Field field) {
        String name = field.name();
        String folded = name.toLowerCase(Locale.ROOT);
        if (!HttpToken.is(name)) {
            problems.at(
                    field.key(), "'%s' is no header's name".formatted(name), "write letters, digits and '-': X-Tenant");
            return false;
        }
        if (places.contains("the header " + folded) || (folded.equals("cookie") && isAnyPlace("the cookie "))) {
            ofCredential("header", field);
            return false;
        }
        if (NOT_SET_HERE.containsKey(folded)) {
            problems.at(field.key(), "the header '%s' is not set here".formatted(name), NOT_SET_HERE.get(folded));
            if (folded.endsWith("authorization")) {
                problems.hide(field.value());
            }
            return false;
        }
        return true;
    }

    private boolean isAnyPlace(String beginning) {
        return places.stream().anyMatch(place -> place.startsWith(beginning));
    }

    private void ofCredential(String what, Fields.Field field) {
        problems.at(
                field.key(),
                "in the %s '%s' a credential travels".formatted(what, field.name()),
                "leave it out: each case sends its own there");
        problems.hide(field.value());
    }

    private Added query(@Nullable Node node, List<String> inPath, RequestFields above) {
        Added added = new Added();
        for (Fields.Field field : fields(node, "'query'")) {
            String name = field.name();
            ScalarNode value = Fields.scalar(field.value(), "'%s'".formatted(name), problems);
            // RFC 6750 section 2.3: a token in there would be let in whatever the case presents.
            if (places.contains("the query parameter " + name.toLowerCase(Locale.ROOT))
                    || name.equals("access_token")) {
                ofCredential("query parameter", field);
            } else if (inPath.contains(name)) {
                problems.at(field.key(), "the path has a parameter '%s' already".formatted(name), "keep one of them");
            } else if (value != null && value.getValue().equals(NONE)) {
                leaveOut("query parameter", name, value, isAmong(above.query(), name), added);
            } else if (value != null) {
                add(name, value, it -> isParameter(value, it), added);
            }
        }
        return added;
    }

    /** Names of the parameters that stand in the path itself, as they are written there. */
    private static List<String> inPath(String path) {
        int query = path.indexOf('?');
        return query < 0
                ? List.of()
                : Pattern.compile("&")
                        .splitAsStream(path.substring(query + 1))
                        .map(pair -> pair.split("=", 2)[0])
                        .toList();
    }

    /** One value or a list of them. */
    private void accept(Node node, RequestFields above, Added added) {
        List<ScalarNode> ranges = Fields.oneOrMore(node, "'accept'", problems);
        if (ranges.size() == 1) {
            header(RequestFields.ACCEPT, ranges.get(0), above, added);
            return;
        }
        List<Template.Piece> pieces = new ArrayList<>();
        for (ScalarNode range : ranges) {
            Template template = interpolation.template(range, true);
            if (template != null && isHeader(RequestFields.ACCEPT, range, template)) {
                pieces.add(Template.Piece.literal(pieces.isEmpty() ? "" : ", "));
                pieces.addAll(template.pieces());
            }
        }
        added.own().add(new RequestFields.Field(RequestFields.ACCEPT, new Template(pieces)));
    }

    /** Whether a text can be sent as the value of a header. */
    private boolean isHeader(String name, ScalarNode node, Template template) {
        String text = sample(template);
        OptionalInt unsendable = text.chars()
                .filter(c -> !(c == '\t' || (c >= 0x20 && c <= 0x7e) || (c >= 0xa0 && c <= 0xff)))
                .findFirst();
        if (unsendable.isPresent()) {
            unsendable(node, unsendable.getAsInt(), "no header holds", "a header is one line of ISO-8859-1");
            return false;
        }
        if (text.length() > LONGEST) {
            problems.at(
                    node, "this leads to more than %d characters".formatted(LONGEST), "no server takes such a header");
            return false;
        }
        if (name.equalsIgnoreCase(RequestFields.ACCEPT)
                && !ACCEPT.matcher(text.strip()).matches()) {
            problems.at(
                    node,
                    "what is accepted is no list of media types",
                    "write one or several: [application/json, text/event-stream]");
            return false;
        }
        return true;
    }

    private boolean isParameter(ScalarNode node, Template template) {
        OptionalInt control =
                sample(template).chars().filter(Character::isISOControl).findFirst();
        control.ifPresent(it -> unsendable(node, it, "no query holds", "give a value without it"));
        return control.isEmpty();
    }

    /** The text as it may be sent. */
    private static String sample(Template template) {
        return template.fill(fresh -> "").sent().reveal();
    }

    private void unsendable(ScalarNode node, int character, String holds, String nextStep) {
        problems.at(
                node,
                "this %s %s, which %s"
                        .formatted(
                                Interpolation.hasReference(node.getValue()) ? "leads to a text with" : "holds",
                                Legible.named(character),
                                holds),
                nextStep);
    }

    private void add(String name, ScalarNode node, Predicate<Template> isSendable, Added added) {
        boolean isInTheOpen = !Interpolation.hasReference(node.getValue()) || Interpolation.hasDefault(node.getValue());
        if (isInTheOpen && LiteralSecrets.isCalledLikeSecret(name)) {
            problems.atSecret(
                    node,
                    "'%s' is called like a secret, and its value stands here in the open".formatted(name),
                    "refer to it: \"${VARIABLE}\", \"${file:path}\" or \"${command:line}\"");
            return;
        }
        Template template = interpolation.template(node, true);
        // A value that is only promised is there when the suite is read again; that there is one, other places know
        // now.
        if (template == null || isSendable.test(template)) {
            added.own().add(new RequestFields.Field(name, template == null ? Template.of("") : template));
        }
    }
}
