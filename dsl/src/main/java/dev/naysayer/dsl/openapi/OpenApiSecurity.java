package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * {@code security} and {@code securitySchemes} of a document in the words of a suite: the document says which credential travels how, the
 * suite says by the same names where good ones come from.
 */
final class OpenApiSecurity {

    /** What the connection brings, by the target's key store. */
    static final String OF_CONNECTION = "mutualTLS";

    private final OpenApiDocument document;
    private final Problems problems;
    private final Set<String> leftOut;
    private final Set<String> credentials;
    private final Map<String, DocumentNode> schemes = new LinkedHashMap<>();
    private final Map<String, Node> missing = new LinkedHashMap<>();

    /**
     * @param leftOut schemes that the suite leaves out, with a reason
     * @param credentials the names that the suite has for its credentials, in any environment
     */
    OpenApiSecurity(
            OpenApiFiles files,
            OpenApiDocument document,
            Problems problems,
            Set<String> leftOut,
            Set<String> credentials) {
        this.document = document;
        this.problems = problems;
        this.leftOut = leftOut;
        this.credentials = credentials;
        for (DocumentNode scheme : document.securitySchemes()) {
            files.resolved(scheme)
                    .ifPresent(
                            it -> schemes.put(scheme.name(), new DocumentNode(scheme.key(), it.value(), it.pointer())));
        }
    }

    Set<String> names() {
        return schemes.keySet();
    }

    /** What the suite's credentials are by the document. */
    DocumentCredentials credentials() {
        return new DocumentCredentials(schemes, problems);
    }

    /** Names of headers or query parameters in which keys travel: what is said of them as parameters is said twice. */
    boolean isPlace(String in, String name) {
        return schemes.values().stream()
                .anyMatch(it -> in.equals(it.text("in"))
                        && (in.equals("header")
                                ? name.equalsIgnoreCase(it.text("name"))
                                : name.equals(it.text("name"))));
    }

    /** The first of the suite's credentials that travels in a cookie. */
    Optional<String> cookie() {
        return schemes.entrySet().stream()
                .filter(it -> credentials.contains(it.getKey()))
                .filter(it -> "apiKey".equals(it.getValue().text("type"))
                        && "cookie".equals(it.getValue().text("in")))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * What an operation asks for.
     *
     * @param at where the document says it, or the operation where it says nothing
     * @param said whether it says anything
     * @param alternatives any of them is enough; none for a public operation
     */
    record Asked(Node at, boolean said, List<Map<String, List<ScalarNode>>> alternatives) {

        boolean isPublic() {
            return alternatives.stream().allMatch(Map::isEmpty);
        }
    }

    /** Null where there is a problem with it. */
    @Nullable
    Asked of(OpenApiDocument.Described operation) {
        DocumentNode security = operation.node().get("security").orElse(document.security());
        if (security == null) {
            return new Asked(operation.at(), false, List.of());
        }
        List<Map<String, List<ScalarNode>>> alternatives = new ArrayList<>();
        boolean whole = true;
        for (DocumentNode item : security.items()) {
            Map<String, List<ScalarNode>> alternative = alternative(item);
            if (alternative != null) {
                alternatives.add(alternative);
            }
            whole &= alternative != null || isLeftOut(item);
        }
        if (!whole) {
            return null;
        }
        if (alternatives.isEmpty() && !security.items().isEmpty()) {
            problems.at(
                    operation.at(),
                    "nothing is left by which %s can be asked for: all that opens it is left out"
                            .formatted(operation.name()),
                    "leave it out, too: 'exclude: {\"%s\": …}' with the reason".formatted(operation.name()));
            return null;
        }
        return new Asked(security.key(), true, alternatives);
    }

    private boolean isLeftOut(DocumentNode item) {
        return item.members().stream().anyMatch(it -> leftOut.contains(it.name()));
    }

    private @Nullable Map<String, List<ScalarNode>> alternative(DocumentNode item) {
        if (isLeftOut(item)) {
            return null;
        }
        Map<String, List<ScalarNode>> together = new LinkedHashMap<>();
        boolean several = item.members().size() > 1;
        for (DocumentNode member : item.members()) {
            DocumentNode scheme = schemes.get(member.name());
            if (scheme != null && OF_CONNECTION.equals(scheme.text("type")) && several) {
                continue;
            }
            if (!isKnown(member, scheme)) {
                return null;
            }
            together.put(member.name(), scopes(member));
        }
        return together;
    }

    private boolean isKnown(DocumentNode member, @Nullable DocumentNode scheme) {
        String leave = "or leave out what needs it: 'exclude: {%s: …}' with the reason".formatted(member.name());
        if (scheme == null) {
            problems.at(
                    member.key(),
                    "the document has no security scheme '%s'".formatted(member.name()),
                    names().isEmpty()
                            ? "add it below 'components: {securitySchemes: …}'"
                            : Suggestion.of(member.name(), names()));
        } else if (DocumentCredentials.suiteScheme(scheme) == null) {
            problems.at(
                    scheme.key(),
                    "no suite can present '%s', which is %s".formatted(member.name(), kind(scheme)),
                    "known are http bearer and basic, apiKey, oauth2 and openIdConnect; correct it, " + leave);
        } else if (!credentials.contains(member.name())) {
            missing.putIfAbsent(member.name(), member.key());
        } else {
            return true;
        }
        return false;
    }

    static String kind(DocumentNode scheme) {
        String type = scheme.text("type");
        String more = scheme.text("apiKey".equals(type) ? "in" : "scheme");
        return type == null ? "of no type" : more == null ? type : type + " " + more;
    }

    /** Names of scopes; what other schemes have there are roles, which no token is asked for by. */
    private List<ScalarNode> scopes(DocumentNode member) {
        String type = schemes.containsKey(member.name())
                ? Objects.requireNonNull(schemes.get(member.name())).text("type")
                : null;
        return Set.of("oauth2", "openIdConnect").contains(String.valueOf(type))
                ? member.items().stream()
                        .map(DocumentNode::value)
                        .filter(ScalarNode.class::isInstance)
                        .map(ScalarNode.class::cast)
                        .toList()
                : List.of();
    }

    /** Tells of each credential once that the suite does not have. */
    void tellMissing(String suite) {
        missing.forEach((name, at) -> problems.at(
                at,
                "the document asks for '%s', and the suite has no credential of this name".formatted(name),
                "say in %s where good ones come from, 'credentials: {%s: {token: {good: \"${TOKEN}\"}}}', or leave out what needs it: 'exclude: {%2$s: …}' with the reason"
                        .formatted(suite, name)));
    }

    /** {@code requires:} as an item of the suite would say it. */
    static Node requires(Asked asked) {
        List<Node> alternatives = new ArrayList<>();
        Set<Set<String>> seen = new LinkedHashSet<>();
        for (Map<String, List<ScalarNode>> alternative : asked.alternatives()) {
            if (seen.add(alternative.keySet())) {
                List<Node> names = alternative.keySet().stream()
                        .<Node>map(name -> DocumentText.of(name, asked.at()))
                        .toList();
                alternatives.add(
                        names.isEmpty()
                                ? DocumentText.of(Requirement.NOTHING, asked.at())
                                : DocumentText.list(names, asked.at()));
            }
        }
        return asked.isPublic()
                ? DocumentText.of(Requirement.NOTHING, asked.at())
                : DocumentText.list(alternatives, asked.at());
    }

    /** The scopes that all alternatives ask for alike, of those that ask for any; null where they do not, and a suite has to choose. */
    static @Nullable List<ScalarNode> scopes(Asked asked) {
        List<Map<String, List<ScalarNode>>> scoped = asked.alternatives().stream()
                .filter(it -> it.values().stream().anyMatch(scopes -> !scopes.isEmpty()))
                .toList();
        if (scoped.isEmpty()) {
            return List.of();
        }
        List<ScalarNode> first = all(scoped.get(0));
        boolean alike = scoped.stream()
                .allMatch(it -> it.keySet().equals(scoped.get(0).keySet())
                        || words(all(it)).equals(words(first)));
        return alike ? first : null;
    }

    private static List<ScalarNode> all(Map<String, List<ScalarNode>> alternative) {
        return alternative.values().stream().flatMap(List::stream).toList();
    }

    private static Set<String> words(List<ScalarNode> scopes) {
        return scopes.stream().map(ScalarNode::getValue).collect(Collectors.toSet());
    }
}
