package dev.naysayer.dsl;

import java.util.Map;

/**
 * What a suite expects of one operation where it differs from the others.
 *
 * @param refusals what its refusals have in common
 * @param scenarios what is expected under one condition, by the condition's name
 * @param except why a condition is left out here, by the condition's name
 */
public record OperationPromises(Refusals refusals, Map<String, Promise> scenarios, Map<String, String> except) {

    /** Of an operation that is like all others. */
    public static final OperationPromises NONE = new OperationPromises(Refusals.UNDECLARED, Map.of(), Map.of());

    public OperationPromises {
        scenarios = Map.copyOf(scenarios);
        except = Map.copyOf(except);
    }

    /** What is expected under this condition, and of no other. */
    public Promise of(String condition) {
        return scenarios.getOrDefault(condition, Promise.NONE);
    }
}
