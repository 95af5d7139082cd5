package dev.naysayer.engine.junit;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Set;

/** What classes are given that name {@code parallel/things.auth.yaml}: the API of the test that runs them, and its token. */
abstract class LatentTarget implements ContractTarget {

    /** JUnit makes the target, so the test leaves its API here. */
    static volatile String url = "";

    @Override
    public void start() {}

    @Override
    public String url() {
        return url;
    }

    @Override
    public Set<String> promisedVariables() {
        return Set.of("TOKEN");
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("TOKEN", LatentApi.TOKEN);
    }

    @Override
    public void stop() {}
}
