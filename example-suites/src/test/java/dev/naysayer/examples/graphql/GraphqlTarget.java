package dev.naysayer.examples.graphql;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the GraphQL API that is right, and knows the key that it trusts. */
public final class GraphqlTarget implements ContractTarget {

    private @Nullable GraphqlApi api;

    @Override
    public Set<String> promisedVariables() {
        return Set.of("STAFF_KEY", "STAFF_COOKIE");
    }

    @Override
    public void start() {
        api = GraphqlApi.start(GraphqlFlaw.NONE);
    }

    @Override
    public String url() {
        return Objects.requireNonNull(api).url();
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("STAFF_KEY", GraphqlApi.KEY.toJSONString(), "STAFF_COOKIE", GraphqlApi.COOKIE);
    }

    @Override
    public void stop() {
        if (api != null) {
            api.close();
        }
    }
}
