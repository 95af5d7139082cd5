package dev.naysayer.engine.gate;

/**
 * What tests of a suite come to, counted for its gate.
 *
 * @param judged cases that could be judged, controls included
 * @param failing tests, cases and comparisons, with a finding that makes them red
 * @param spared tests that would fail, did the baseline not have all of their findings, or any finding make a test red
 * @param untested tests that are red since they could not be judged
 * @param warnings tests that only warn
 * @param inconclusive tests that could not be judged, and not by a fault of the suite
 * @param notObtainable cases whose credential no source can make
 */
public record GateCount(
        int judged, int failing, int spared, int untested, int warnings, int inconclusive, int notObtainable) {

    /** Of no test. */
    public static final GateCount NOTHING = new GateCount(0, 0, 0, 0, 0, 0, 0);

    /** Of one test or several. */
    public GateCount plus(GateCount other) {
        return new GateCount(
                judged + other.judged,
                failing + other.failing,
                spared + other.spared,
                untested + other.untested,
                warnings + other.warnings,
                inconclusive + other.inconclusive,
                notObtainable + other.notObtainable);
    }
}
