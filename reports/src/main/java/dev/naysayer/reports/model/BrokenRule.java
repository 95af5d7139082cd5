package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.standard.Level;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule with all that breaks it at one level.
 *
 * @param findings at least one, in reading order
 */
public record BrokenRule(List<ReportedFinding> findings) {

    private static final Comparator<BrokenRule> WORST_FIRST = Comparator.<BrokenRule, Level>comparing(
                    it -> it.findings.get(0).level())
            .thenComparing(it -> it.findings.size(), Comparator.reverseOrder())
            .thenComparing(it -> it.words().rule());

    public BrokenRule {
        findings = List.copyOf(findings);
    }

    private record Key(String rule, String level) {}

    /** The most binding first, then what is broken most often. */
    public static List<BrokenRule> of(List<ReportedFinding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        it -> new Key(it.finding().rule(), it.finding().level()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(BrokenRule::new)
                .sorted(WORST_FIRST)
                .toList();
    }

    /** What all of them have in common. */
    public Finding words() {
        return findings.get(0).finding();
    }

    /** Whether it is a MUST that is broken; else it warns. */
    public boolean fails() {
        return findings.get(0).fails();
    }
}
