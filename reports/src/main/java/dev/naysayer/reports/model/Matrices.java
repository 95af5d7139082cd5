package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables of what became of each operation under each scenario, one for each suite, and behind it for each of its subjects; what ran
 * against two targets is one suite.
 */
public final class Matrices {

    private Matrices() {}

    /** In the suites' order. */
    public static List<Matrix> of(List<SuiteReport> suites) {
        return suites.stream()
                .filter(suite -> !suite.rows().isEmpty())
                .collect(Collectors.groupingBy(
                        suite -> List.of(suite.ownName(), suite.file()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(Matrices::matrices)
                .toList();
    }

    /** Of a subject: what stands before whether they may, {@code own: }, {@code foreign: }; empty where the object is nobody's. */
    public static String whose(CaseOutcome outcome) {
        if (outcome.owner() == null) {
            return "";
        }
        return outcome.owner().equals(outcome.subject()) ? "own: " : "foreign: ";
    }

    /** One suite at one target. */
    private record Variant(SuiteReport suite, @Nullable String target, String name) {

        List<ReportedCase> cases(String operation, String scenario) {
            int column = suite.scenarios().indexOf(scenario);
            return suite.rows().stream()
                    .filter(row -> column >= 0 && row.operation().equals(operation))
                    .flatMap(row -> row.cells().get(column).stream())
                    .filter(it -> target == null || target.equals(it.outcome().target()))
                    .toList();
        }

        List<ReportedCase> casesOf(String operation, String subject) {
            return suite.rows().stream()
                    .filter(row -> row.operation().equals(operation))
                    .flatMap(row -> row.cells().stream())
                    .flatMap(Collection::stream)
                    .filter(it -> isOf(it, subject)
                            && (target == null || target.equals(it.outcome().target())))
                    .toList();
        }

        private static boolean isOf(ReportedCase it, String subject) {
            return subject.equals(it.outcome().subject()) && !it.outcome().controlAfter();
        }
    }

    /** What stands where an operation and something else meet. */
    private interface Meeting {

        List<ReportedCase> cases(Variant variant, String operation, String other);
    }

    private static Stream<Matrix> matrices(List<SuiteReport> alike) {
        Set<String> scenarios = new LinkedHashSet<>();
        Set<String> subjects = new LinkedHashSet<>();
        for (SuiteReport suite : alike) {
            scenarios.addAll(suite.scenarios());
            for (ReportedCase it : suite.cases()) {
                Stream.ofNullable(it.outcome().subject()).forEach(subjects::add);
                // They stand in the matrix of subjects, and there alone.
                if (it.outcome().ofSubject()) {
                    scenarios.remove(it.outcome().scenario());
                }
            }
        }
        Matrix ofScenarios = matrix(alike, "scenario", scenarios, Variant::cases);
        return subjects.isEmpty()
                ? Stream.of(ofScenarios)
                : Stream.of(ofScenarios, matrix(alike, Matrix.SUBJECT, subjects, Variant::casesOf));
    }

    /** Its longer side goes down the page, since a page can be long and not wide. */
    private static Matrix matrix(List<SuiteReport> alike, String kind, Set<String> others, Meeting meeting) {
        List<Variant> variants = variants(alike);
        Map<String, String> operations = new LinkedHashMap<>();
        for (SuiteReport suite : alike) {
            suite.rows().forEach(row -> operations.putIfAbsent(row.operation(), row.anchor()));
        }
        boolean down = others.size() > operations.size();
        Map<String, @Nullable String> plain = new LinkedHashMap<>();
        others.forEach(it -> plain.put(it, null));
        Map<String, @Nullable String> across = down ? new LinkedHashMap<>(operations) : plain;
        Map<String, @Nullable String> below = down ? plain : new LinkedHashMap<>(operations);
        List<Matrix.Column> columns = new ArrayList<>();
        across.forEach((head, anchor) -> variants.forEach(
                it -> columns.add(new Matrix.Column(head, anchor, variants.size() == 1 ? null : it.name()))));
        List<Matrix.Row> rows = new ArrayList<>();
        below.forEach((head, anchor) -> rows.add(new Matrix.Row(
                head,
                anchor,
                across.keySet().stream()
                        .flatMap(other -> variants.stream()
                                .map(it -> down ? meeting.cases(it, other, head) : meeting.cases(it, head, other)))
                        .toList())));
        return new Matrix(
                alike.size() == 1 ? alike.get(0).name() : alike.get(0).ownName(),
                kind,
                down ? kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) : "Operation",
                columns,
                rows);
    }

    private static List<Variant> variants(List<SuiteReport> alike) {
        List<String> targets =
                alike.stream().flatMap(it -> it.targets().stream()).toList();
        // Two classes may run one suite against one target: then their names tell them apart.
        boolean told = targets.stream().distinct().count() == targets.size();
        List<Variant> variants = new ArrayList<>();
        for (SuiteReport suite : alike) {
            if (suite.targets().size() < 2) {
                String target = suite.targets().isEmpty()
                        ? "no target"
                        : suite.targets().get(0);
                variants.add(new Variant(suite, null, told ? target : suite.name()));
            } else {
                suite.targets()
                        .forEach(it -> variants.add(new Variant(suite, it, told ? it : suite.name() + ", " + it)));
            }
        }
        return variants;
    }
}
