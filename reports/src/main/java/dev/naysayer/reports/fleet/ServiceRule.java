package dev.naysayer.reports.fleet;

/**
 * What a service makes of one rule.
 *
 * @param broken how many cases and comparisons break it
 * @param waived how many more break it and are waived
 * @param kept whether an answer keeps it
 */
public record ServiceRule(int broken, int waived, boolean kept) {

    static final ServiceRule SILENT = new ServiceRule(0, 0, false);

    static final ServiceRule KEPT = new ServiceRule(0, 0, true);

    ServiceRule and(ServiceRule other) {
        return new ServiceRule(broken + other.broken, waived + other.waived, kept || other.kept);
    }

    boolean isLoud() {
        return broken + waived > 0;
    }
}
