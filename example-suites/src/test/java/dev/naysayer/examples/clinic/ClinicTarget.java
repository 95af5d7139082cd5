package dev.naysayer.examples.clinic;

import dev.naysayer.examples.client.StartedTarget;
import java.util.Map;

/** Starts the Clinic API, and gives its suite what the API trusts. */
public final class ClinicTarget extends StartedTarget {

    public ClinicTarget() {
        super(
                Map.of(
                        "CLINIC_SIGNING_KEY",
                        ClinicApi.SIGNING_KEY.toJSONString(),
                        "CLINIC_GATEWAY_KEY",
                        ClinicApi.GATEWAY_KEY),
                () -> ClinicApi.start(Flaw.NONE));
    }
}
