package dev.naysayer.examples.mcp;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the strict server, and gives its suite the key that it trusts. */
public final class McpTarget implements ContractTarget {

    private @Nullable McpServer server;

    @Override
    public Set<String> promisedVariables() {
        return Set.of("MCP_KEY");
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("MCP_KEY", McpServer.SIGNING_KEY.toJSONString());
    }

    @Override
    public void start() {
        server = McpServer.start(Way.STRICT);
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
