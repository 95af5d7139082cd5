package dev.naysayer.examples.issuer;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An API that is started together with an issuer of its own, whose URL and key the suite is given. */
public abstract class IssuedTarget implements ContractTarget {

    /** A started API. */
    public interface RunningApi extends AutoCloseable {

        /** Where the API is served, without a slash at the end. */
        String url();

        @Override
        void close();
    }

    private @Nullable Issuer issuer;
    private @Nullable RunningApi api;

    /** Starts the API for tokens of this issuer. */
    protected abstract RunningApi start(String issuer);

    @Override
    public Set<String> promisedVariables() {
        return Set.of("ORDERS_ISSUER", "ORDERS_KEY");
    }

    @Override
    public void start() {
        issuer = Issuer.start();
        api = start(issuer.url());
    }

    @Override
    public String url() {
        return Objects.requireNonNull(api).url();
    }

    @Override
    public Map<String, String> variables() {
        Issuer started = Objects.requireNonNull(issuer);
        return Map.of("ORDERS_ISSUER", started.url(), "ORDERS_KEY", started.privateKey());
    }

    @Override
    public void stop() {
        if (api != null) {
            api.close();
        }
        if (issuer != null) {
            issuer.close();
        }
    }
}
