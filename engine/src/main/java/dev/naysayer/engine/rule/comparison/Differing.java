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
public final class Differing {

    /** More than these nobody reads; the case's own findings tell the rest. */
    static final int TOLD = 6;

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
        return lines(Look.together(answers.stream()
                .map(it -> Look.of("", by.apply(it), look.apply(it), name.apply(it)))
                .distinct()
                .toList()));
    }

    /** The same of looks, each of which is there once. */
    static List<String> lines(Collection<Look> looks) {
        Map<String, List<Look>> groups =
                looks.stream().collect(Collectors.groupingBy(Look::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> group.getValue().stream()
                        .map(it -> "%s from %s".formatted(it.look(), some(it.names(), it.count(), ", ")))
                        .collect(Collectors.joining("; ", group.getKey() + ": ", "")))
                .toList();
    }

    /** Violated by these lines, or passed where there are none. */
    public static Verdict verdict(String expected, List<String> differences) {
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
    public static String some(List<String> lines, String joint) {
        List<String> distinct = lines.stream().distinct().toList();
        return some(distinct, distinct.size(), joint);
    }

    private static String some(List<String> first, int count, String joint) {
        String told = first.stream().limit(TOLD).collect(Collectors.joining(joint));
        return count <= TOLD ? told : "%s%sand %d more".formatted(told, joint, count - TOLD);
    }
}
