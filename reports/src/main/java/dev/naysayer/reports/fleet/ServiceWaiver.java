package dev.naysayer.reports.fleet;

import java.time.LocalDate;

/**
 * A waiver by which something passes.
 *
 * @param service whose
 * @param owner who answers for it
 * @param rule what may be broken
 * @param until the last day on which it holds, in UTC
 * @param reason why
 * @param place where it stands, {@code orders.auth.yaml:34}
 * @param findings how many pass by it
 */
public record ServiceWaiver(
        String service, String owner, String rule, LocalDate until, String reason, String place, int findings) {}
