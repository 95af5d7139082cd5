package dev.naysayer.cli;

import dev.naysayer.dsl.openapi.DocumentOutline.Described;
import dev.naysayer.dsl.openapi.DocumentOutline.Lacking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values that requests need and a document does not give: each a variable that somebody has to set, since none is made up.
 *
 * @param shared by the names of parameters, where all operations mean the same by it
 * @param own by operations, and in {@code path}, {@code query} or {@code headers} by names
 * @param variables what has to be set
 * @param leftOut operations that need more than anybody wants to look for, with the reason
 */
record FirstValues(
        Map<String, String> shared,
        Map<String, Map<String, Map<String, String>>> own,
        Set<String> variables,
        Map<String, String> leftOut) {

    /** So many ids somebody looks for before the first run. */
    private static final int MOST = 5;

    /** How many letters a name has that does not say whose it is. */
    private static final int SHORT = 4;

    /**
     * For these operations.
     *
     * @param prefix what variables are called after
     * @param given values by the names of parameters
     */
    static FirstValues of(List<Described> operations, String prefix, Map<String, String> given) {
        Map<String, Set<String>> byName = new TreeMap<>();
        Map<String, Integer> uses = new LinkedHashMap<>();
        for (Described operation : operations) {
            for (Lacking it : lacking(operation, given)) {
                String variable = variable(prefix, operation, it);
                byName.computeIfAbsent(it.name(), name -> new LinkedHashSet<>()).add(variable);
                uses.merge(variable, 1, Integer::sum);
            }
        }
        Set<String> variables = uses.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        FirstValues values = new FirstValues(
                new LinkedHashMap<>(given), new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
        operations.forEach(it -> values.add(it, lacking(it, given), byName, prefix, variables));
        return values;
    }

    private void add(
            Described operation,
            List<Lacking> lacking,
            Map<String, Set<String>> byName,
            String prefix,
            Set<String> allowed) {
        for (Lacking it : lacking) {
            if (!allowed.contains(variable(prefix, operation, it))) {
                leftOut.put(
                        operation.name(),
                        "The document gives no value for '%s': say one that exists below 'values'."
                                .formatted(it.name()));
                return;
            }
        }
        for (Lacking it : lacking) {
            String variable = variable(prefix, operation, it);
            variables.add(variable);
            if (it.in().equals("cookie")) {
                place(operation, "headers")
                        .merge("Cookie", "%s=${%s}".formatted(it.name(), variable), (one, other) -> one + "; " + other);
            } else if (byName.getOrDefault(it.name(), Set.of()).size() > 1) {
                place(operation, it.in().equals("header") ? "headers" : it.in())
                        .put(it.name(), "${%s}".formatted(variable));
            } else {
                shared.put(it.name(), "${%s}".formatted(variable));
            }
        }
    }

    private Map<String, String> place(Described operation, String key) {
        return own.computeIfAbsent(operation.name(), it -> new LinkedHashMap<>())
                .computeIfAbsent(key, it -> new LinkedHashMap<>());
    }

    private static List<Lacking> lacking(Described operation, Map<String, String> given) {
        return operation.lacking().stream()
                .filter(it -> it.in().equals("cookie") || !given.containsKey(it.name()))
                .toList();
    }

    /**
     * {@code SHOP_ORDERS_ID} of {@code /orders/{id}}, and of {@code /orders/{orderId}} {@code SHOP_ORDER_ID}: the {@code id} of an order is
     * none of a customer, and what stands in front of a short name says whose it is.
     */
    private static String variable(String prefix, Described operation, Lacking it) {
        List<String> words = new ArrayList<>(List.of(prefix));
        int at = operation.name().indexOf("{%s}".formatted(it.name()));
        if (it.in().equals("path") && it.name().length() <= SHORT && at >= 0) {
            String before = operation.name().substring(operation.name().indexOf('/'), at);
            String[] segments = before.replaceAll("\\{[^{}]*}", "").split("/+", -1);
            Stream.of(segments)
                    .filter(segment -> segment.matches(".*[A-Za-z].*"))
                    .reduce((one, other) -> other)
                    .filter(segment -> !segment.equalsIgnoreCase(prefix))
                    .ifPresent(words::add);
        }
        words.add(it.name());
        return SuiteText.variable(words.toArray(String[]::new));
    }
}
