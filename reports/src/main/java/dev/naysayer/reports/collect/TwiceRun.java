package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.reports.model.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cases that stand in several records. The last one counts, and what came out otherwise before is said, or a flaw would hide there. */
final class TwiceRun {

    /** As many as anybody reads. */
    private static final int TOLD = 10;

    private final Map<Pair, Told> pairs = new LinkedHashMap<>();

    private record Pair(String suite, Path former, Path later) {}

    private static final class Told {

        private final List<String> otherwise = new ArrayList<>();
        private int cases;
        private int different;
    }

    void add(Path where, Path later, CaseOutcome former, CaseOutcome counts) {
        Told told = pairs.computeIfAbsent(new Pair(counts.suite(), where, later), same -> new Told());
        told.cases++;
        if (former.kind() != counts.kind()) {
            told.different++;
            if (told.otherwise.size() < TOLD) {
                told.otherwise.add("%s › %s: %s before, %s now"
                        .formatted(
                                counts.operation(),
                                counts.scenario(),
                                Words.of(former.kind()),
                                Words.of(counts.kind())));
            }
        }
    }

    /** A sentence for each suite and two records. */
    List<String> notes() {
        return pairs.entrySet().stream()
                .map(it -> note(it.getKey(), it.getValue()))
                .toList();
    }

    private static String note(Pair pair, Told told) {
        String counts = "%s: %s in %s and again in %s, which %s."
                .formatted(
                        pair.suite(),
                        told.cases == 1 ? "1 case stands" : told.cases + " cases stand",
                        pair.former(),
                        pair.later(),
                        "counts since it began later");
        if (told.different == 0) {
            return counts + " Nothing came out otherwise.";
        }
        int more = told.different - told.otherwise.size();
        return "%s %s came out otherwise: %s%s."
                .formatted(
                        counts,
                        Words.count(told.different, "case"),
                        String.join("; ", told.otherwise),
                        more == 0 ? "" : "; and %d more".formatted(more));
    }
}
