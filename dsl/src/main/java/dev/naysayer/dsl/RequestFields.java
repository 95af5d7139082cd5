package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a suite adds to an operation's requests, beside the credential and the body.
 *
 * @param headers in their order; {@code accept} is one of them
 * @param query parameters in their order, which are percent-encoded when they are sent
 */
public record RequestFields(List<Field> headers, List<Field> query) {

    /** Nothing. */
    public static final RequestFields NONE = new RequestFields(List.of(), List.of());

    /** The header that says what kinds of answer are taken. */
    public static final String ACCEPT = "Accept";

    /**
     * A header or a query parameter.
     *
     * @param from the operation whose answer to the good credential says what it is, in the header of this name; null where the value is
     *     known
     */
    public record Field(
            String name, Template value, @Nullable String from) {

        /** One whose value is known. */
        public Field(String name, Template value) {
            this(name, value, null);
        }

        /** A header that is as an answer of this operation says, and not there where that says nothing. */
        public static Field from(String operation, String name) {
            return new Field(name, Template.of("${%s}".formatted(operation)), operation);
        }

        /** The same with what the answer said, which is nobody's to see. */
        public Field said(String text) {
            return new Field(name, new Template(List.of(Template.Piece.given(value.toString(), text))));
        }
    }

    public RequestFields {
        headers = List.copyOf(headers);
        query = List.copyOf(query);
    }

    /** The value of a header, whose name is compared without regard to case. */
    public Optional<Template> header(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** Those headers of which only an answer says what they are. */
    public Stream<Field> fromAnswers() {
        return headers.stream().filter(field -> field.from() != null);
    }

    /** These, and those of the suite that none of these takes the place of. */
    public RequestFields over(RequestFields suite) {
        return new RequestFields(
                over(suite.headers, headers, String::equalsIgnoreCase), over(suite.query, query, String::equals));
    }

    private static List<Field> over(List<Field> farther, List<Field> nearer, BiPredicate<String, String> same) {
        List<Field> all = new ArrayList<>(farther);
        all.removeIf(field -> nearer.stream().anyMatch(other -> same.test(other.name(), field.name())));
        all.addAll(nearer);
        return all;
    }

    /** These without some of them. */
    public RequestFields without(List<String> leftOutHeaders, List<String> leftOutQuery) {
        return new RequestFields(
                headers.stream()
                        .filter(field -> leftOutHeaders.stream().noneMatch(field.name()::equalsIgnoreCase))
                        .toList(),
                query.stream()
                        .filter(field -> !leftOutQuery.contains(field.name()))
                        .toList());
    }
}
