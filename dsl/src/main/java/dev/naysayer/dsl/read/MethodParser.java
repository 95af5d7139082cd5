package dev.naysayer.dsl.read;

import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.Methods;
import dev.naysayer.dsl.source.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** Whether a word is the method of an operation, and which one was meant. */
final class MethodParser {

    /** A client must not send a credential with TRACE (RFC 9110 section 9.3.8); the others open a connection. */
    private static final Set<String> NOT_SENT = Set.of("TRACE", "CONNECT", "PRI");

    /** A shorter name is near to too many words. */
    private static final int SHORTEST_OF_RARE = 5;

    private MethodParser() {}

    /** Whether an operation may have it; else there is a problem. */
    static boolean check(String method, Node node, Problems problems) {
        if (NOT_SENT.contains(method)) {
            problems.at(
                    node,
                    "no operation is asked for with %s".formatted(method),
                    method.equals("TRACE")
                            ? "take the condition 'method-trace': a client sends no credential with it"
                            : "leave it out: it speaks of the connection");
            return false;
        }
        if (!HttpToken.is(method)) {
            problems.at(node, "'%s' is no method".formatted(method), "write it in capital letters, such as GET");
            return false;
        }
        Optional<String> meant = meant(method);
        if (meant.isPresent()) {
            problems.at(node, "unknown method '%s'".formatted(method), "did you mean '%s'?".formatted(meant.get()));
        }
        return meant.isEmpty();
    }

    /** The method that this one is misspelt for: in small letters, or one edit away from one that is registered. */
    private static Optional<String> meant(String method) {
        List<String> registered = Stream.of(Methods.SAFE, Methods.WRITING, Methods.RARE)
                .flatMap(List::stream)
                .toList();
        String capital = method.toUpperCase(Locale.ROOT);
        if (registered.contains(method)) {
            return Optional.empty();
        }
        if (registered.contains(capital) || !capital.equals(method)) {
            return Optional.of(capital);
        }
        return registered.stream()
                .filter(name -> !Methods.RARE.contains(name) || name.length() >= SHORTEST_OF_RARE)
                .filter(name -> isOneEditAway(method, name))
                .findFirst();
    }

    /** One letter more, less, another, or two neighbours swapped. */
    private static boolean isOneEditAway(String word, String other) {
        int same = 0;
        while (same < Math.min(word.length(), other.length()) && word.charAt(same) == other.charAt(same)) {
            same++;
        }
        String rest = word.substring(same);
        String otherRest = other.substring(same);
        return skipped(rest, 1).equals(otherRest)
                || rest.equals(skipped(otherRest, 1))
                || (rest.length() == otherRest.length() && skipped(rest, 1).equals(skipped(otherRest, 1)))
                || (rest.length() > 1
                        && otherRest.length() > 1
                        && rest.charAt(0) == otherRest.charAt(1)
                        && rest.charAt(1) == otherRest.charAt(0)
                        && skipped(rest, 2).equals(skipped(otherRest, 2)));
    }

    private static String skipped(String text, int characters) {
        return text.substring(Math.min(characters, text.length()));
    }
}
