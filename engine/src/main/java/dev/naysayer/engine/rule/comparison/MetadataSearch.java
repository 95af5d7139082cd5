package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.evidence.AuthParam;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the metadata of an API is looked for: at the URL that a challenge names; of an MCP server whose challenge names none, at the
 * two well-known URIs at which its clients look.
 *
 * <p>Only what lies at the API's own origin is asked for, since nobody allowed requests to another host.
 */
final class MetadataSearch {

    /** The profile of a protocol whose clients also look where no challenge leads; later revisions bring it along. */
    static final String MCP = "mcp-2025-11-25";

    private static final String ROOT = "/.well-known/oauth-protected-resource";
    private static final String PARAMETER = "resource_metadata";

    /** RFC 9728 section 3.1 puts the resource's own path and query behind it. */
    private static final Pattern WELL_KNOWN = Pattern.compile(
            "/\\.well-known/oauth-protected-resource(/(?!\\.{1,2}(/|\\?|$))[\\w.~-]++)*+/?(\\?[\\w.~=&%-]*)?");

    private MetadataSearch() {}

    static List<Question> questions(List<Answer> answers) {
        if (!isNamed(answers)) {
            return fallback(answers);
        }
        return nobodys(answers)
                .flatMap(answer ->
                        atOwnOrigin(answer).filter(MetadataSearch::isWellKnown).map(uri -> at(answer, uri)))
                .limit(1)
                .toList();
    }

    /** In the order in which a client of MCP asks. */
    private static List<Question> fallback(List<Answer> answers) {
        return nobodys(answers)
                .filter(MetadataSearch::isOfMcp)
                .limit(1)
                .flatMap(answer -> wellKnown(answer)
                        .filter(MetadataSearch::isWellKnown)
                        .distinct()
                        .map(uri -> at(answer, uri)))
                .toList();
    }

    /** Refused without a credential: what a client meets first. */
    private static Stream<Answer> nobodys(List<Answer> answers) {
        return answers.stream()
                .filter(Answer::refusesCase)
                .filter(it -> it.condition().equals("no-token"));
    }

    private static Stream<String> wellKnown(Answer answer) {
        String called = called(answer);
        String origin = called.substring(0, origin(called).length());
        String path = called.substring(origin.length());
        return Stream.of(origin + ROOT + (path.equals("/") ? "" : path), origin + ROOT);
    }

    private static Question at(Answer answer, String uri) {
        return new Question(
                Probe.RESOURCE_METADATA,
                answer.it().alone().on(answer.it().operation().with("GET", uri).plain()));
    }

    private static boolean isOfMcp(Answer answer) {
        return answer.it().suite().rules().profiles().contains(MCP);
    }

    /** MCP allows the root as well, whatever the path of the server. */
    static boolean mayLieAtRoot(Answer metadata) {
        String uri = metadata.evidence().target().uri();
        return isOfMcp(metadata) && uri.substring(origin(uri).length()).equals(ROOT);
    }

    /** The URL of the API that was called, without its query. */
    static String called(Answer answer) {
        return answer.evidence().target().uri().split("[?#]", 2)[0];
    }

    /** The URL that was called by whoever had no credential. */
    static Optional<String> called(List<Answer> answers) {
        return nobodys(answers).map(MetadataSearch::called).findFirst();
    }

    /** Whether the challenge to whoever has no credential names metadata, wherever they lie. */
    static boolean isNamed(List<Answer> answers) {
        return nobodys(answers)
                .flatMap(answer -> answer.evidence().challenges().stream())
                .anyMatch(challenge -> !challenge.params(PARAMETER).isEmpty());
    }

    /** The document that a challenge leads to, whatever is there; where none leads anywhere, the first that is one. */
    static Optional<Answer> found(List<Answer> answers) {
        return asked(answers).filter(it -> isNamed(answers) || isDocument(it)).findFirst();
    }

    /** What is there, where it is a document: of any other it is told once that it is none. */
    static Optional<Answer> document(List<Answer> answers) {
        return found(answers).filter(MetadataSearch::isDocument);
    }

    /** What came of looking. */
    static Stream<Answer> asked(List<Answer> answers) {
        return answers.stream().filter(it -> it.probe() == Probe.RESOURCE_METADATA);
    }

    /** A member of the document; null where it has none of this name, or is no JSON object. */
    static @Nullable JsonNode member(Answer metadata, String name) {
        JsonNode object = metadata.evidence().body().object();
        return object == null ? null : object.get(name);
    }

    /** A member that is a text; null for any other. */
    static @Nullable String text(Answer metadata, String name) {
        JsonNode value = member(metadata, name);
        return value == null || !value.isString() ? null : value.stringValue();
    }

    private static boolean isDocument(Answer answer) {
        return answer.status() == 200 && answer.evidence().body().object() != null;
    }

    private static Stream<String> atOwnOrigin(Answer answer) {
        return answer.evidence().challenges().stream()
                .flatMap(challenge -> challenge.params(PARAMETER).stream())
                .map(AuthParam::value)
                .filter(uri ->
                        origin(uri).equals(origin(answer.evidence().target().uri())));
    }

    /** The API chose the path, and behind any other there might be something that a request sets off. */
    private static boolean isWellKnown(String uri) {
        return WELL_KNOWN.matcher(uri.substring(origin(uri).length())).matches();
    }

    /** Why there is no document. */
    static String silence(List<Answer> answers) {
        boolean allowed = answers.isEmpty()
                || Probe.RESOURCE_METADATA.isAllowedBy(answers.get(0).it().suite());
        String elsewhere = answers.stream()
                .flatMap(MetadataSearch::atOwnOrigin)
                .filter(uri -> !isWellKnown(uri))
                .findFirst()
                .orElse(null);
        if (allowed && elsewhere != null) {
            return "a challenge names %s, and only what lies at %s is asked for".formatted(elsewhere, ROOT);
        }
        if (found(answers).isPresent()) {
            return "told by metadata-served";
        }
        if (allowed && asked(answers).findAny().isPresent()) {
            return "no challenge names metadata, and there are none at a well-known URI";
        }
        return allowed
                ? "no challenge names metadata at the API's own origin"
                : "nobody asked for it: 'probes: [resource-metadata]' would";
    }

    /** {@code https://api.example:8443}; the text itself where it is no such URI. */
    static String origin(String uri) {
        int authority = uri.indexOf("://");
        int path = authority < 0 ? -1 : uri.indexOf('/', authority + 3);
        return (path < 0 ? uri : uri.substring(0, path)).toLowerCase(Locale.ROOT);
    }
}
