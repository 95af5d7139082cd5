package dev.naysayer.reports.fleet;

import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.engine.outcome.WaiverOutcome;
import java.time.LocalDate;

/**
 * A waiver of a service.
 *
 * @param service whose
 * @param owner who answers for it
 * @param names what may be broken, {@code no-store › expired-token}
 * @param until the last day on which it holds, in UTC
 * @param reason why
 * @param place where it stands, {@code orders.auth.yaml:34}
 * @param findings how many it names
 * @param worth what it is worth, {@code in use}
 * @param urgent whether somebody has to move: it is of no use, or ends soon
 */
public record ServiceWaiver(
        String service,
        String owner,
        String names,
        LocalDate until,
        String reason,
        String place,
        int findings,
        String worth,
        boolean urgent) {

    /** As the suite's own test of its waivers found it. */
    static ServiceWaiver of(String service, WaiverOutcome it) {
        return of(service, it.waiver(), it.names(), it.findings(), worth(it), it.fails() || it.endsSoon());
    }

    /** One of which only is known what passes by it: that test did not run. */
    static ServiceWaiver of(String service, Waived waiver, String rule) {
        return of(service, waiver, rule, 1, "in use", false);
    }

    private static ServiceWaiver of(
            String service, Waived waiver, String names, int findings, String worth, boolean urgent) {
        return new ServiceWaiver(
                service,
                waiver.owner(),
                names,
                waiver.until(),
                waiver.reason(),
                waiver.place(),
                findings,
                worth,
                urgent);
    }

    ServiceWaiver and(ServiceWaiver other) {
        return new ServiceWaiver(
                service, owner, names, until, reason, place, findings + other.findings, worth, urgent || other.urgent);
    }

    private static String worth(WaiverOutcome it) {
        return switch (it.state()) {
            case IN_USE -> it.endsSoon() ? "in use, ends soon" : "in use";
            case UNMATCHED -> "of no use: " + it.removal();
            case EXPIRED -> "expired: " + it.removal();
            case UNMATCHED_IN_SHARD, UNJUDGED -> "not judged";
        };
    }
}
