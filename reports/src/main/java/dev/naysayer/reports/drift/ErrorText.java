package dev.naysayer.reports.drift;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.evidence.ErrorBody;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.Varying;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The content of an answer, as far as it takes to compare it.
 *
 * @param masked without what differs from one answer to the next anyway; of a longer one its beginning
 * @param length of all of it, in characters
 * @param cut whether the answer was longer than what was kept
 * @param members of a JSON object, masked; null where it is none
 */
record ErrorText(
        String masked, int length, boolean cut, @Nullable Map<String, String> members) {

    /** Thousands of answers wait for their counterparts, and an error is longer only by accident. */
    private static final int MOST = 4096;

    /** Members that say which error it is. */
    private static final List<String> CODES = List.of("error", "code", "errorCode", "error_code", "type");

    static ErrorText of(Evidence evidence, boolean cut) {
        ErrorBody body = evidence.body();
        String masked = body.masked();
        String kept = masked.length() <= MOST ? masked : masked.substring(0, MOST);
        return new ErrorText(kept, masked.length(), cut, members(body));
    }

    private static @Nullable Map<String, String> members(ErrorBody body) {
        JsonNode object;
        try {
            object = body.text().length() <= MOST ? body.object() : null;
        } catch (RuntimeException e) {
            // What goes beyond a limit of ours is compared as text.
            return null;
        }
        if (object == null) {
            return null;
        }
        Map<String, String> members = new LinkedHashMap<>();
        object.properties()
                .forEach(it ->
                        members.put(it.getKey(), Varying.masked("\"%s\":%s".formatted(it.getKey(), it.getValue()))));
        return members;
    }

    /** {@code "error":"invalid_token"}: what of a JSON body says which error it is; empty where nothing does. */
    String codes() {
        return members == null
                ? ""
                : CODES.stream().map(members::get).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    /** What was cut is the same as far as it came. */
    boolean isSame(ErrorText other) {
        boolean sameText = masked.equals(other.masked) && length == other.length;
        boolean sameMembers = members != null && members.equals(other.members);
        if (sameText || sameMembers) {
            return true;
        }
        return (cut && other.masked.startsWith(masked)) || (other.cut && masked.startsWith(other.masked));
    }

    /** In what it is not the other. */
    String unlike(ErrorText other) {
        if (masked.isEmpty()) {
            return "empty";
        }
        if (members == null || other.members == null) {
            return VisibleText.value(masked);
        }
        Set<String> names = new LinkedHashSet<>(members.keySet());
        names.removeIf(name -> Objects.equals(members.get(name), other.members.get(name)));
        return names.isEmpty()
                ? "no other members"
                : VisibleText.value(names.stream().map(members::get).collect(Collectors.joining(", ")));
    }

    /** {@code JSON with error, message}. */
    String shape() {
        if (masked.isBlank()) {
            return "nothing";
        }
        if (members != null) {
            return members.isEmpty()
                    ? "an empty JSON object"
                    : VisibleText.value(
                            "JSON with " + members.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return Stream.of("<!doctype html", "<html")
                        .anyMatch(it -> masked.stripLeading().regionMatches(true, 0, it, 0, it.length()))
                ? "an HTML page"
                : "other text";
    }
}
