package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.EmbeddedIssuer;
import java.io.IOException;

/**
 * A target that no user wrote: the API of a class that a framework starts for its tests.
 *
 * <p>What it adds to requests, such as trust in a certificate for tests, is for its own server alone: neither for another that was
 * chosen for the run, nor for authorization servers.
 */
public interface FrameworkTarget extends ContractTarget {

    /** What messages call it, as in "start() of the Spring context of example.OrdersTest". */
    String calledInMessages();

    /**
     * The tests' own issuer. What the framework starts may outlive the class and be asked again by the next, so it is the target
     * that knows which issuer that was told of, and how long it has to be there.
     *
     * @throws IOException if no port can be opened
     */
    EmbeddedIssuer issuer() throws IOException;

    /** Why there is no API to be asked; the message says it all, with the next step. */
    final class Obstacle extends Exception {

        private static final long serialVersionUID = 1;

        public Obstacle(String message, Throwable cause) {
            super(message, cause);
        }

        public Obstacle(String message) {
            super(message);
        }
    }
}
