package dev.naysayer.examples.orders;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts the Orders API for tokens of whichever issuer it is told to trust. */
public final class IssuerTrustingTarget implements ContractTarget {

    private @Nullable String issuer;
    private @Nullable OrdersApi api;

    @Override
    public void trustIssuer(String url) {
        issuer = url;
    }

    @Override
    public void start() {
        api = OrdersApi.start(Objects.requireNonNull(issuer, "the suite has to say 'issuer: embedded'"));
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
