package dev.naysayer.reports.collect;

import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.reports.model.Unfit;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** By which gate rules shards are judged together: those that all of them were told. Of several nobody knows which are meant. */
final class ShardGates {

    /** Of each rule each limit that it has, and a shard that was told so. */
    private final Map<String, Map<String, Path>> told = new LinkedHashMap<>();

    void add(Path report, GateRules rules) {
        rules.said()
                .forEach((rule, limit) -> told.computeIfAbsent(rule, same -> new LinkedHashMap<>())
                        .putIfAbsent(limit, report));
    }

    /** @param said the rules that whoever puts the shards together says something of */
    void requireOne(Set<String> said) throws Unfit {
        String different = told.entrySet().stream()
                .filter(it -> it.getValue().size() > 1 && !said.contains(it.getKey()))
                .map(it -> it.getKey() + ": "
                        + it.getValue().entrySet().stream()
                                .map(one -> "%s in %s".formatted(one.getKey(), Objects.requireNonNull(one.getValue())))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        if (!different.isEmpty()) {
            throw new Unfit(
                    "these shards were told different gate rules: %s: run all of them with the same, or say here which holds, as %s"
                            .formatted(different, "--max-warnings=3"));
        }
    }
}
