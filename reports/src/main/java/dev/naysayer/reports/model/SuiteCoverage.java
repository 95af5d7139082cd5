package dev.naysayer.reports.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much of the contract one suite has tried.
 *
 * @param suite the suite's name, as the report has it
 * @param operations operations of which all rules say the same stand together
 * @param headings what the groups of rules are called
 * @param groups one row for each of {@code operations}, with a cell for each of {@code headings}
 * @param rules the rules that judged something, with a cell for each of {@code operations}
 * @param untested the rules that had nothing to judge at any operation
 */
public record SuiteCoverage(
        String suite,
        List<Operations> operations,
        List<String> headings,
        List<List<Group>> groups,
        List<RuleRow> rules,
        List<UntestedRules> untested) {

    public SuiteCoverage {
        operations = List.copyOf(operations);
        headings = List.copyOf(headings);
        groups = groups.stream().map(List::copyOf).toList();
        rules = List.copyOf(rules);
        untested = List.copyOf(untested);
    }

    /**
     * Operations in one place.
     *
     * @param names at least one
     * @param alike whether all rules say the same of them; else there was no room for a place for each
     */
    public record Operations(List<String> names, boolean alike) {

        public Operations {
            names = List.copyOf(names);
        }

        /** {@code GET /orders and 3 like it}. */
        public String title() {
            int others = names.size() - 1;
            return !alike
                    ? names.size() + " other operations"
                    : others == 0 ? names.get(0) : "%s and %d like it".formatted(names.get(0), others);
        }
    }

    /**
     * The rules of one heading at some operations.
     *
     * @param tested how many judged something
     * @param broken how many of these are broken
     * @param all how many there are
     */
    public record Group(int tested, int broken, int all) {}

    /**
     * One rule at all operations.
     *
     * @param source the clause that it stands for
     */
    public record RuleRow(String rule, String source, List<CoverageCell> cells) {

        public RuleRow {
            cells = List.copyOf(cells);
        }
    }

    /** Why rules had nothing to judge at some of the operations, each reason once: a cell says its number, counted from 1. */
    public List<String> reasons() {
        return rules.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> Stream.ofNullable(cell.because()))
                .distinct()
                .toList();
    }

    /** How many rules judged something. */
    public int tested() {
        return rules.size();
    }

    /**
     * What became of a suite's operations.
     *
     * @param most how many places there are for them
     */
    static SuiteCoverage of(String suite, List<TriedOperation> tried, KnownRules rules, int most) {
        List<Together> places = bounded(alike(tried), most);
        List<String> headings = List.copyOf(rules.groups().keySet());
        return new SuiteCoverage(
                suite,
                places.stream().map(Together::operations).toList(),
                headings,
                places.stream()
                        .map(it -> headings.stream()
                                .map(heading -> it.group(heading, rules))
                                .toList())
                        .toList(),
                IntStream.range(0, rules.size())
                        .mapToObj(rule -> new RuleRow(
                                rules.id(rule),
                                rules.source(rules.id(rule)),
                                places.stream().map(it -> it.cells.get(rule)).toList()))
                        .filter(row -> row.cells().stream().anyMatch(CoverageCell::tested))
                        .toList(),
                untested(places, rules));
    }

    private static List<Together> alike(List<TriedOperation> tried) {
        return tried.stream()
                .collect(Collectors.groupingBy(
                        it -> it.cells().stream().map(CoverageCell::look).toList(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(alike -> Together.of(alike, true))
                .toList();
    }

    /** Those with something broken and those of many operations keep their place. */
    private static List<Together> bounded(List<Together> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        Set<Together> kept = new HashSet<>(all.stream()
                .sorted(Comparator.comparing(Together::isWhole)
                        .thenComparing(it -> -it.operations.names().size()))
                .limit(most - 1L)
                .toList());
        return Stream.concat(
                        all.stream().filter(kept::contains),
                        Stream.of(Together.of(
                                all.stream()
                                        .filter(it -> !kept.contains(it))
                                        .flatMap(it -> it.tried.stream())
                                        .toList(),
                                false)))
                .toList();
    }

    private static List<UntestedRules> untested(List<Together> places, KnownRules rules) {
        Map<String, List<String>> because = IntStream.range(0, rules.size())
                .filter(rules::isAsked)
                .filter(rule ->
                        places.stream().noneMatch(it -> it.cells.get(rule).tested()))
                .boxed()
                .collect(Collectors.groupingBy(
                        rule -> Objects.requireNonNull(places.stream()
                                .map(it -> it.cells.get(rule))
                                .reduce(CoverageCell::and)
                                .orElseThrow()
                                .because()),
                        LinkedHashMap::new,
                        Collectors.mapping(rules::id, Collectors.toList())));
        return because.entrySet().stream()
                .map(it -> new UntestedRules(it.getKey(), it.getValue()))
                .toList();
    }

    /** Operations that share a place, and what the rules came to at all of them. */
    private record Together(Operations operations, List<TriedOperation> tried, List<CoverageCell> cells) {

        static Together of(List<TriedOperation> tried, boolean alike) {
            int rules = tried.get(0).cells().size();
            return new Together(
                    new Operations(tried.stream().map(TriedOperation::operation).toList(), alike),
                    tried,
                    IntStream.range(0, rules)
                            .mapToObj(rule -> tried.stream()
                                    .map(it -> it.cells().get(rule))
                                    .reduce(CoverageCell::and)
                                    .orElseThrow())
                            .toList());
        }

        boolean isWhole() {
            return cells.stream().noneMatch(it -> it.state() == RuleState.BROKEN);
        }

        Group group(String heading, KnownRules rules) {
            List<CoverageCell> ofGroup = IntStream.range(0, rules.size())
                    .filter(rule -> rules.heading(rule).equals(heading))
                    .mapToObj(cells::get)
                    .toList();
            return new Group(
                    Math.toIntExact(
                            ofGroup.stream().filter(CoverageCell::tested).count()),
                    Math.toIntExact(ofGroup.stream()
                            .filter(it -> it.state() == RuleState.BROKEN)
                            .count()),
                    ofGroup.size());
        }
    }
}
