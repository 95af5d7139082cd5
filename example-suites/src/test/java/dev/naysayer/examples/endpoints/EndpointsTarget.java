package dev.naysayer.examples.endpoints;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the server that is right, and gives its suites the client that it knows. */
public final class EndpointsTarget implements ContractTarget {

    private @Nullable AuthServer server;

    @Override
    public Set<String> promisedVariables() {
        return Set.of(
                "CLIENT_SECRET",
                "OTHER_SECRET",
                "ISSUER_URL",
                "ACCESS_TOKEN",
                "CODE",
                "CODE_WITHOUT_CHALLENGE",
                "CODE_OF_APP",
                "CODE_VERIFIER",
                "REFRESH_TOKEN");
    }

    /** Asked again for each request to an endpoint: the codes are new ones then. */
    @Override
    public Map<String, String> variables() {
        return Map.of(
                "CLIENT_SECRET",
                AuthServer.SECRET,
                "OTHER_SECRET",
                AuthServer.OTHER_SECRET,
                "ISSUER_URL",
                url(),
                "ACCESS_TOKEN",
                AuthServer.TOKEN,
                "CODE",
                Grants.code(AuthServer.CLIENT, true),
                "CODE_WITHOUT_CHALLENGE",
                Grants.code(AuthServer.CLIENT, false),
                "CODE_OF_APP",
                Grants.code(AuthServer.APP, true),
                "CODE_VERIFIER",
                Grants.VERIFIER,
                "REFRESH_TOKEN",
                Grants.refreshToken());
    }

    @Override
    public void start() {
        server = AuthServer.start(Flaw.NONE);
    }

    @Override
    public String url() {
        return Objects.requireNonNull(server).url();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
