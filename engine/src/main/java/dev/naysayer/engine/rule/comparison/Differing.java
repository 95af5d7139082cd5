package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers that should be alike and are not, in words. */
final class Differing {

    /** More than these nobody reads; the case's own findings tell the rest. */
    private static final int TOLD = 6;

    private Differing() {}

    /**
     * One line for each group whose answers differ: {@code expired-token: 401 from GET /orders; 403 from POST /orders}.
     *
     * @param by what answers have in common that should be alike
     * @param look what should be alike
     * @param name what an answer is called in a line
     */
    static List<String> lines(
            Collection<Answer> answers,
            Function<Answer, String> by,
            Function<Answer, String> look,
            Function<Answer, String> name) {
        Map<String, List<Answer>> groups =
                answers.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> line(group.getKey(), group.getValue(), look, name))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String line(
            String group, List<Answer> answers, Function<Answer, String> look, Function<Answer, String> name) {
        Map<String, List<String>> looks = answers.stream()
                .collect(
                        Collectors.groupingBy(look, LinkedHashMap::new, Collectors.mapping(name, Collectors.toList())));
        return looks.size() < 2
                ? ""
                : looks.entrySet().stream()
                        .map(one -> "%s from %s".formatted(one.getKey(), some(one.getValue(), ", ")))
                        .collect(Collectors.joining("; ", group + ": ", ""));
    }

    /** Violated by these lines, or passed where there are none. */
    static Verdict verdict(String expected, List<String> differences) {
        return differences.isEmpty() ? Verdict.passed() : Verdict.violated(expected, some(differences, "\n"));
    }

    /**
     * The same, where some differences weigh more than the rule as a whole.
     *
     * @param grave these; they are told first
     * @param clause what they break
     */
    static Verdict verdict(String expected, List<String> grave, Clause clause, List<String> others) {
        return grave.isEmpty()
                ? verdict(expected, others)
                : Verdict.violated(
                        expected,
                        some(Stream.concat(grave.stream(), others.stream()).toList(), "\n"),
                        clause);
    }

    /** The first few, and how many more there are. */
    static String some(List<String> lines, String joint) {
        List<String> distinct = lines.stream().distinct().toList();
        String told = distinct.stream().limit(TOLD).collect(Collectors.joining(joint));
        return distinct.size() <= TOLD ? told : "%s%sand %d more".formatted(told, joint, distinct.size() - TOLD);
    }
}
