package dev.naysayer.examples.served;

import dev.naysayer.engine.run.ContractTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the API and gives the suites the key with which it is convinced. */
public final class ServedTarget implements ContractTarget {

    private @Nullable ServedApi api;

    @Override
    public Set<String> promisedVariables() {
        return Set.of("SERVED_KEY");
    }

    @Override
    public void start() {
        try {
            api = ServedApi.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String url() {
        return Objects.requireNonNull(api).url();
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("SERVED_KEY", Objects.requireNonNull(api).key());
    }

    @Override
    public void stop() {
        if (api != null) {
            api.close();
        }
    }
}
