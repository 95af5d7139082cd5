package com.example.orders;

import example.orders.OrdersTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * The API that a newcomer has running somewhere, with the variables that a newcomer sets.
 *
 * <p>An engine without tests, since nothing else is loaded before a suite is read by what the README's pom brings.
 */
public final class RunningApi implements TestEngine {

    private static OrdersTarget api;

    public RunningApi() {
        start();
    }

    /** Once, also where the build tool makes several launchers; until the process ends. */
    private static synchronized void start() {
        if (api != null) {
            return;
        }
        api = new OrdersTarget();
        try {
            api.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(api::stop));
        System.setProperty("ORDERS_URL", api.url());
        // The environment cannot be set from here; the key is worth nothing once this run has ended.
        api.variables().forEach(System::setProperty);
    }

    @Override
    public String getId() {
        return "running-api";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        return new EngineDescriptor(uniqueId, "a running API");
    }

    @Override
    public void execute(ExecutionRequest request) {}
}
