package dev.naysayer.engine.rule.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How some answers look that should look alike: all that a comparison of operations needs of them.
 *
 * @param subject what two of them have to be about to be compared, a condition
 * @param group what they have in common that should be alike
 * @param look how they are
 * @param names what they are called, of many only the first
 * @param count how many there are
 */
public record Look(String subject, String group, String look, List<String> names, int count) {

    public Look {
        names = names.stream().limit(Differing.TOLD).toList();
    }

    /** One answer. */
    static Look of(String subject, String group, String look, String name) {
        return new Look(subject, group, look, List.of(name), 1);
    }

    /** The same, of several shards or of one, with each look once. */
    public static List<Look> together(Collection<Look> looks) {
        Map<List<String>, Look> together = new LinkedHashMap<>();
        looks.forEach(it -> together.merge(List.of(it.subject, it.group, it.look), it, Look::and));
        return List.copyOf(together.values());
    }

    private Look and(Look other) {
        List<String> all = new ArrayList<>(names);
        all.addAll(other.names);
        return new Look(subject, group, look, all, count + other.count);
    }
}
