package dev.naysayer.examples.spring;

import dev.naysayer.engine.run.ContractTarget;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the API that asks its issuer about each token, with an authorization server that really issues them. */
public class SpringIssuedTarget implements ContractTarget {

    /** A suite waits for a token to expire, and nobody likes to wait. */
    private static final Duration SHORT_LIFETIME = Duration.ofSeconds(2);

    private @Nullable SpringIssuer issuer;
    private @Nullable IntrospectingOrdersApi api;

    @Override
    public Set<String> promisedVariables() {
        return Set.of(
                "ISSUER",
                "CLIENT_ID",
                "CLIENT_SECRET",
                "POST_CLIENT_ID",
                "POST_CLIENT_SECRET",
                "KEY_CLIENT_ID",
                "CLIENT_KEY",
                "REFERENCE_CLIENT_ID",
                "REFERENCE_CLIENT_SECRET",
                "SHORT_LIVED_CLIENT_ID",
                "SHORT_LIVED_CLIENT_SECRET");
    }

    @Override
    public void start() {
        issuer = SpringIssuer.start(SHORT_LIFETIME);
        api = IntrospectingOrdersApi.start(issuer);
    }

    @Override
    public String url() {
        return Objects.requireNonNull(api).url();
    }

    @Override
    public Map<String, String> variables() {
        SpringIssuer started = Objects.requireNonNull(issuer);
        return Map.ofEntries(
                Map.entry("ISSUER", started.url()),
                Map.entry("CLIENT_ID", IssuedClient.BASIC.id()),
                Map.entry("CLIENT_SECRET", started.secret(IssuedClient.BASIC).reveal()),
                Map.entry("POST_CLIENT_ID", IssuedClient.POST.id()),
                Map.entry(
                        "POST_CLIENT_SECRET", started.secret(IssuedClient.POST).reveal()),
                Map.entry("KEY_CLIENT_ID", IssuedClient.KEY.id()),
                Map.entry("CLIENT_KEY", started.secret(IssuedClient.KEY).reveal()),
                Map.entry("REFERENCE_CLIENT_ID", IssuedClient.REFERENCE_TOKENS.id()),
                Map.entry(
                        "REFERENCE_CLIENT_SECRET",
                        started.secret(IssuedClient.REFERENCE_TOKENS).reveal()),
                Map.entry("SHORT_LIVED_CLIENT_ID", IssuedClient.SHORT_LIVED_TOKENS.id()),
                Map.entry(
                        "SHORT_LIVED_CLIENT_SECRET",
                        started.secret(IssuedClient.SHORT_LIVED_TOKENS).reveal()));
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
