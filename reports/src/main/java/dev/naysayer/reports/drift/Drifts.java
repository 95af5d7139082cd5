package dev.naysayer.reports.drift;

import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.Unfit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the cases of two records by their names, and says in what each pair is answered differently.
 *
 * <p>Each record is read once, case by case; only what takes part in the comparison is kept.
 */
public final class Drifts {

    private final One first;
    private final One second;
    private final Set<DriftKind> ignored;
    private final Map<List<Drift>, List<DriftReport.Pair>> alike = new LinkedHashMap<>();
    private final Map<String, List<CaseName>> uncompared = new LinkedHashMap<>();
    private final Map<DriftKind, Integer> drifted = new EnumMap<>(DriftKind.class);
    private final Map<DriftKind, Integer> notKept = new EnumMap<>(DriftKind.class);
    private final List<CaseName> onlySecond = new ArrayList<>();
    private int compared;

    private Drifts(One first, One second, Set<DriftKind> ignored) {
        this.first = first;
        this.second = second;
        this.ignored = ignored;
    }

    /** A record that is read; its name is what its environment is called. */
    public record Source(String name, Run run, Stream<RecordedCase> cases) {}

    /**
     * Compares two records.
     *
     * @param ignored what may differ
     * @throws Unfit where one of them is of several environments
     */
    public static DriftReport between(Source first, Source second, Set<DriftKind> ignored) throws Unfit {
        One one = new One(first);
        Map<CaseName, AnsweredCase> waiting = new LinkedHashMap<>();
        for (RecordedCase it : (Iterable<RecordedCase>) first.cases()::iterator) {
            AnsweredCase answered = one.add(it);
            waiting.putIfAbsent(answered.name(), answered);
        }
        Drifts drifts = new Drifts(one, new One(second), ignored);
        Set<CaseName> seen = new LinkedHashSet<>();
        for (RecordedCase it : (Iterable<RecordedCase>) second.cases()::iterator) {
            AnsweredCase answered = drifts.second.add(it);
            if (seen.add(answered.name())) {
                drifts.pair(waiting.remove(answered.name()), answered);
            }
        }
        return drifts.report(List.copyOf(waiting.keySet()));
    }

    private void pair(@Nullable AnsweredCase here, AnsweredCase there) {
        if (here == null) {
            onlySecond.add(there.name());
            return;
        }
        String obstacle = here.obstacle(there, first.name(), second.name());
        if (obstacle != null) {
            uncompared.computeIfAbsent(obstacle, same -> new ArrayList<>()).add(there.name());
            return;
        }
        compared++;
        Set<DriftKind> missing = EnumSet.noneOf(DriftKind.class);
        List<Drift> found = here.unlike(there, missing).stream()
                .filter(it -> !ignored.contains(it.kind()))
                .toList();
        Set<DriftKind> kinds =
                found.stream().map(Drift::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(DriftKind.class)));
        kinds.forEach(kind -> drifted.merge(kind, 1, Integer::sum));
        missing.removeAll(kinds);
        missing.forEach(kind -> notKept.merge(kind, 1, Integer::sum));
        alike.computeIfAbsent(found, same -> new ArrayList<>())
                .add(new DriftReport.Pair(there.name(), here.kind(), there.kind()));
    }

    private DriftReport report(List<CaseName> onlyFirst) {
        List<Drift> everywhere = everywhere();
        Map<List<Drift>, List<DriftReport.Pair>> rest = new LinkedHashMap<>();
        alike.forEach((drifts, cases) -> {
            List<Drift> own =
                    drifts.stream().filter(it -> !everywhere.contains(it)).toList();
            if (!own.isEmpty()) {
                rest.computeIfAbsent(own, same -> new ArrayList<>()).addAll(cases);
            }
        });
        return new DriftReport(
                first.side(),
                second.side(),
                compared,
                Stream.of(DriftKind.values())
                        .filter(kind -> !ignored.contains(kind))
                        .map(this::count)
                        .toList(),
                everywhere,
                rest.entrySet().stream()
                        .map(it -> new DriftReport.Alike(it.getKey(), it.getValue()))
                        .sorted(Comparator.<DriftReport.Alike, DriftKind>comparing(
                                        it -> it.drifts().get(0).kind())
                                .thenComparing(it -> -it.cases().size()))
                        .toList(),
                onlyFirst,
                onlySecond,
                uncompared.entrySet().stream()
                        .map(it -> new DriftReport.Uncompared(it.getKey(), it.getValue()))
                        .toList(),
                first.unlike(second));
    }

    private DriftReport.KindCount count(DriftKind kind) {
        int differ = drifted.getOrDefault(kind, 0);
        int unknown = notKept.getOrDefault(kind, 0);
        return new DriftReport.KindCount(kind, differ, compared - differ - unknown, unknown);
    }

    /** What stands around an API does the same to each answer: told once, and not as a drift of every case. */
    private List<Drift> everywhere() {
        Map<Drift, Integer> counts = new LinkedHashMap<>();
        alike.forEach((drifts, cases) -> drifts.stream()
                .filter(it -> it.kind().isOfSurroundings())
                .forEach(it -> counts.merge(it, cases.size(), Integer::sum)));
        return counts.entrySet().stream()
                .filter(it -> it.getValue() > 1
                        && it.getValue()
                                == compared - notKept.getOrDefault(it.getKey().kind(), 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is known of one record when it has been read. */
    private static final class One {

        private final Source source;
        private final Set<String> targets = new LinkedHashSet<>();
        private final Map<String, String> targetOf = new HashMap<>();
        private final Map<String, Set<String>> digests = new HashMap<>();
        private int cases;

        One(Source source) {
            this.source = source;
        }

        String name() {
            return source.name();
        }

        AnsweredCase add(RecordedCase it) throws Unfit {
            AnsweredCase answered = AnsweredCase.of(it);
            cases++;
            String target = answered.target();
            String suite = answered.name().suite();
            if (target != null) {
                targets.add(target);
                String known = targetOf.putIfAbsent(suite, target);
                if (known != null && !known.equals(target)) {
                    throw new Unfit(
                            "the report of %s is of two environments: %s went to %s and to %s; compare reports of one each"
                                    .formatted(name(), suite, known, target));
                }
            }
            if (it.origin().digest() != null) {
                digests.computeIfAbsent(suite, same -> new TreeSet<>())
                        .add(it.origin().digest());
            }
            return answered;
        }

        /** Suites whose texts are known and different. */
        List<String> unlike(One other) {
            return digests.entrySet().stream()
                    .filter(it -> other.digests.containsKey(it.getKey()))
                    .filter(it -> !it.getValue().equals(other.digests.get(it.getKey())))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }

        DriftSide side() {
            return new DriftSide(name(), source.run(), List.copyOf(targets), cases);
        }
    }
}
