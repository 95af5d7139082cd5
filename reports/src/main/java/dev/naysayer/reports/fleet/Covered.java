package dev.naysayer.reports.fleet;

/**
 * How much of a service is tested.
 *
 * @param operations how many operations its suites name
 * @param scenarios how many ways to be wrong
 * @param cases how many cases were planned
 * @param judged how many of them the rules spoke of
 * @param rules how many rules had something to say
 */
public record Covered(int operations, int scenarios, int cases, int judged, int rules) {}
