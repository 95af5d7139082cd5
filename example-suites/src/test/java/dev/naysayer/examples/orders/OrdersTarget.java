package dev.naysayer.examples.orders;

import dev.naysayer.engine.run.ContractTarget;
import dev.naysayer.examples.issuer.Issuer;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the Orders API with its issuer. */
public final class OrdersTarget implements ContractTarget {

    private @Nullable Issuer issuer;
    private @Nullable OrdersApi api;

    @Override
    public Set<String> promisedVariables() {
        return Set.of("ORDERS_ISSUER", "ORDERS_KEY");
    }

    @Override
    public void start() {
        issuer = Issuer.start();
        api = OrdersApi.start(issuer.url());
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
