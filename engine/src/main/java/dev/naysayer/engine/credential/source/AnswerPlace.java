package dev.naysayer.engine.credential.source;

import dev.naysayer.engine.credential.IssuerHttp;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a value stands in an answer.
 *
 * @param kind in what part of it
 * @param name the JSON Pointer, or the name of the header, cookie or form field
 */
record AnswerPlace(Kind kind, String name) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern INPUT = Pattern.compile("(?i)<input\\b[^>]{0,2000}>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?i)\\b(name|value)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

    /** A header's value may show its token as a request does. */
    private static final Pattern BEARER = Pattern.compile("(?i)^Bearer +");

    /** A part of an answer. */
    enum Kind {
        POINTER("at"),
        HEADER("header"),
        COOKIE("cookie"),
        FIELD("field");

        private final String yaml;

        Kind(String yaml) {
            this.yaml = yaml;
        }
    }

    /** As a suite writes it: a JSON Pointer, or a mapping with one of {@code header}, {@code cookie} and {@code field}; else empty. */
    static Optional<AnswerPlace> of(@Nullable Object written) {
        if (written instanceof String pointer) {
            return isPointer(pointer) ? Optional.of(new AnswerPlace(Kind.POINTER, pointer)) : Optional.empty();
        }
        if (written instanceof Map<?, ?> mapping && mapping.size() == 1) {
            Map.Entry<?, ?> only = mapping.entrySet().iterator().next();
            for (Kind kind : Kind.values()) {
                if (kind != Kind.POINTER && kind.yaml.equals(only.getKey()) && only.getValue() instanceof String name) {
                    return name.isBlank() ? Optional.empty() : Optional.of(new AnswerPlace(kind, name));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPointer(String text) {
        try {
            return text.startsWith("/") && JsonPointer.compile(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The value, if it is there. */
    Optional<String> in(IssuerHttp.Received reply, Cookies cookies) {
        Optional<String> found = switch (kind) {
            case POINTER -> pointed(reply.answer().body());
            case HEADER ->
                reply.fields(name).stream()
                        .findFirst()
                        .map(value -> BEARER.matcher(value).replaceFirst(""));
            case COOKIE -> cookies.value(name);
            case FIELD -> input(reply.answer().body());
        };
        return found.filter(value -> !value.isBlank());
    }

    private Optional<String> pointed(String body) {
        try {
            JsonNode node = JSON.readTree(body).at(name);
            return node.isString() || node.isNumber() ? Optional.of(node.asString()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The value of a form's field in a page: frameworks write a hidden input for it. */
    private Optional<String> input(String page) {
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            String named = "";
            String value = "";
            Matcher attribute = ATTRIBUTE.matcher(input.group());
            while (attribute.find()) {
                String text = attribute.group(2) != null
                        ? attribute.group(2)
                        : attribute.group(3) != null ? attribute.group(3) : attribute.group(4);
                if (attribute.group(1).equalsIgnoreCase("name")) {
                    named = text;
                } else {
                    value = text;
                }
            }
            if (named.equals(name)) {
                return Optional.of(StringEscapeUtils.unescapeHtml4(value));
            }
        }
        return Optional.empty();
    }

    /** As the rest of "answers 200, and …". */
    String missing() {
        return switch (kind) {
            case POINTER -> "has no text at " + name;
            case HEADER -> "has no header " + name;
            case COOKIE -> "sets no cookie " + name;
            case FIELD -> "shows no field " + name;
        };
    }
}
