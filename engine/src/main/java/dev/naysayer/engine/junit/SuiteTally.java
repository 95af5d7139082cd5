package dev.naysayer.engine.junit;

import dev.naysayer.engine.gate.GateCount;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the tests of a suite come to while they run, for the gate behind them.
 *
 * @param isCounted whether there is one: else nothing is kept
 * @param byTest by what the test is called
 */
record SuiteTally(boolean isCounted, Map<String, GateCount> byTest) {

    /** Of a suite that no gate counts. */
    static final SuiteTally NONE = new SuiteTally(false, Map.of());

    static SuiteTally counted() {
        return new SuiteTally(true, new ConcurrentHashMap<>());
    }

    void add(String test, GateCount count) {
        if (isCounted) {
            byTest.put(test, count);
        }
    }

    boolean knows(String test) {
        return byTest.containsKey(test);
    }

    GateCount sum() {
        return byTest.values().stream().reduce(GateCount.NOTHING, GateCount::plus);
    }
}
