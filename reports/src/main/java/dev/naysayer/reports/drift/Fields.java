package dev.naysayer.reports.drift;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.Varying;
import dev.naysayer.engine.exchange.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Fields of an answer in a form in which those that mean the same are equal. */
final class Fields {

    private static final List<String> CACHE = List.of("cache-control", "pragma", "expires", "vary");
    private static final List<String> ANSWERED_BY = List.of("server", "via", "x-powered-by", "x-served-by", "x-cache");

    private Fields() {}

    static String cache(Evidence it) {
        return all(it, CACHE::contains);
    }

    static String cors(Evidence it) {
        return all(it, name -> name.startsWith("access-control-"));
    }

    static String answeredBy(Evidence it) {
        return all(it, ANSWERED_BY::contains);
    }

    /** Whether there is one and of which form: how long to wait is another number each time. */
    static String retryAfter(Evidence it) {
        return it.response().headers("Retry-After").stream()
                .map(value -> value.strip().matches("\\d+") ? "a number of seconds" : "a date")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** {@code Cache-Control: no-store}, a line each, sorted; in lists the order of members says nothing. */
    private static String all(Evidence it, Predicate<String> wanted) {
        return it.response().headers().stream()
                .filter(header -> wanted.test(header.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.groupingBy(
                        header -> header.name().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.mapping(Header::value, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + ": " + members(field.getKey(), field.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String members(String name, String value) {
        if (name.equals("expires")) {
            return "a date";
        }
        return Arrays.stream(value.split(",", -1))
                .map(member -> Varying.masked(member.strip()))
                .filter(member -> !member.isEmpty())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining(", "));
    }
}
