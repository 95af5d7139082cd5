package com.example.orders;

import example.orders.OrdersTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** The API that a newcomer has running somewhere, with the variables that a newcomer sets. */
public final class RunningApi implements LauncherSessionListener {

    private final OrdersTarget api = new OrdersTarget();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            api.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty("ORDERS_URL", api.url());
        // The environment cannot be set from here; the key is worth nothing once this run has ended.
        api.variables().forEach(System::setProperty);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        api.stop();
    }
}
