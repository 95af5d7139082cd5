package dev.naysayer.examples.session;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the members' API, and gives its suite a password that it knows. */
public final class MembersTarget implements ContractTarget {

    private @Nullable MembersApi api;

    @Override
    public Set<String> promisedVariables() {
        return Set.of("ADA_PASSWORD");
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("ADA_PASSWORD", MembersApi.PASSWORD);
    }

    @Override
    public void start() {
        api = MembersApi.start(Flaw.NONE, false);
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
