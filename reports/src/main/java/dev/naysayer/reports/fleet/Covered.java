package dev.naysayer.reports.fleet;

/**
 * How much of a service is tested.
 *
 * @param cases how many cases were planned
 * @param judged how many of them the rules spoke of
 * @param tried how much of the contract that is, as the service's own report says it
 */
public record Covered(int cases, int judged, String tried) {}
