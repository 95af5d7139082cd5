package dev.naysayer.examples.clinic;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the Clinic API, and gives its suite what the API trusts. */
public final class ClinicTarget implements ContractTarget {

    private @Nullable ClinicApi api;

    @Override
    public Set<String> promisedVariables() {
        return Set.of("CLINIC_SIGNING_KEY", "CLINIC_GATEWAY_KEY");
    }

    @Override
    public Map<String, String> variables() {
        return Map.of(
                "CLINIC_SIGNING_KEY",
                ClinicApi.SIGNING_KEY.toJSONString(),
                "CLINIC_GATEWAY_KEY",
                ClinicApi.GATEWAY_KEY);
    }

    @Override
    public void start() {
        api = ClinicApi.start(Flaw.NONE);
    }

    @Override
    public String url() {
        return Objects.requireNonNull(api).url();
    }

    @Override
    public void stop() {
        if (api != null) {
            api.close();
        }
    }
}
