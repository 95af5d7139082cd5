package example.orders;

import dev.naysayer.engine.run.ContractTarget;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;

/** Starts a Micronaut application in this process, on a free port. */
public final class OrdersTarget implements ContractTarget {

    private final Map<String, Object> properties = new HashMap<>(Map.of("micronaut.server.port", -1));
    private EmbeddedServer server;

    @Override
    public void trustIssuer(String url) {
        properties.put("micronaut.security.token.jwt.signatures.jwks.tests.url", url + "/jwks");
        properties.put("micronaut.security.token.jwt.claims-validators.issuer", url);
    }

    @Override
    public void start() {
        server = ApplicationContext.run(EmbeddedServer.class, properties, "test");
    }

    @Override
    public String url() {
        return server.getURL().toString();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
