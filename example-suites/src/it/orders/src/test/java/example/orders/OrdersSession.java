package example.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts the API for a suite that no annotated class starts it for: {@code -Dapi=session}. */
public final class OrdersSession implements LauncherSessionListener {

    private static final Path KEYS = Path.of("target", "test-classes", "example", "orders", "keys");

    private OrdersTarget target;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!"session".equals(System.getProperty("api"))) {
            return;
        }
        target = new OrdersTarget();
        try {
            target.start();
            // Not as a system property: Surefire writes all of them into its XML.
            Files.writeString(
                    Files.createDirectories(KEYS).resolve("session.jwk.json"),
                    target.variables().get("ORDERS_KEY"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty("ORDERS_URL", target.url());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (target != null) {
            target.stop();
        }
    }
}
