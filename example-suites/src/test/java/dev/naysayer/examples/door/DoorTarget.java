package dev.naysayer.examples.door;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the Door API, and gives its suites the passwords. */
public final class DoorTarget implements ContractTarget {

    private @Nullable DoorApi api;

    @Override
    public Set<String> promisedVariables() {
        return Set.of("DOOR_PASSWORD", "TESTER_PASSWORD");
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("DOOR_PASSWORD", DoorApi.PASSWORD, "TESTER_PASSWORD", DoorApi.TESTER_PASSWORD);
    }

    @Override
    public void start() {
        api = DoorApi.start(Guarding.THROTTLES);
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
