package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

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

    /** A header or a query parameter. */
    public record Field(String name, Template value) {}

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
