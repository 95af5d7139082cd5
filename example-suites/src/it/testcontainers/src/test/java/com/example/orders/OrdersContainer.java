package com.example.orders;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/** Starts an nginx that guards one file by a password. */
public final class OrdersContainer implements ContractTarget {

    private static final int PORT = 80;
    private static final String GUARD = """
            server {
              listen 80;
              location = /orders {
                auth_basic "orders";
                auth_basic_user_file /etc/nginx/passwords;
                default_type application/json;
                alias /usr/share/nginx/orders.json;
              }
            }
            """;

    private final String password = UUID.randomUUID().toString();
    private GenericContainer<?> container;

    @Override
    public Set<String> promisedVariables() {
        return Set.of("ORDERS_PASSWORD");
    }

    @Override
    public void start() {
        container = new GenericContainer<>("nginx:1.28-alpine")
                .withExposedPorts(PORT)
                .withCopyToContainer(Transferable.of(GUARD), "/etc/nginx/conf.d/default.conf")
                .withCopyToContainer(Transferable.of("anna:{PLAIN}" + password + "\n"), "/etc/nginx/passwords")
                .withCopyToContainer(Transferable.of("[]"), "/usr/share/nginx/orders.json")
                .waitingFor(Wait.forHttp("/orders").forStatusCode(401));
        container.start();
    }

    @Override
    public String url() {
        return "http://" + container.getHost() + ":" + container.getMappedPort(PORT);
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("ORDERS_PASSWORD", password);
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
        }
    }
}
