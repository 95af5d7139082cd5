package dev.naysayer.dsl;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition that no catalogue can know, as a suite declares it.
 *
 * @param at where
 * @param name what the suite calls it
 * @param meaning what is presented, in one line
 * @param subject whose good credential it is, or null where a bad one was captured: it stands below {@code token} of a credential
 * @param kind why it is refused, as far as most APIs tell it apart
 * @param promise what the suite declares of the answer
 */
public record OwnCondition(
        Position at, String name, String meaning, @Nullable Subject subject, CauseKind kind, Promise promise) {

    /** The scenarios, with what a suite says of its own conditions wherever they are tried. */
    public static List<Scenario> completed(List<Scenario> scenarios, List<OwnCondition> own) {
        Map<String, OwnCondition> byName = own.stream()
                .collect(Collectors.toMap(OwnCondition::name, Function.identity(), (first, second) -> first));
        return scenarios.stream()
                .map(it -> byName.containsKey(it.condition()) ? it.of(byName.get(it.condition())) : it)
                .toList();
    }
}
