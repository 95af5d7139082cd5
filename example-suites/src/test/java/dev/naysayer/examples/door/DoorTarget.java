package dev.naysayer.examples.door;

import dev.naysayer.examples.client.StartedTarget;
import java.util.Map;

/** Starts the Door API, and gives its suites passwords; clients and callers with keys have the same as their secrets. */
public class DoorTarget extends StartedTarget {

    private static final Map<String, String> VARIABLES = Map.of(
            "DOOR_PASSWORD", DoorApi.PASSWORD,
            "TESTER_PASSWORD", DoorApi.TESTER_PASSWORD,
            "DOOR_KEY", DoorApi.PASSWORD,
            "OTHER_NETWORK_KEY", DoorApi.OUTSIDE_PASSWORD,
            "SPENT_KEY", DoorApi.SPENT_PASSWORD);

    public DoorTarget() {
        this(Lock.BASIC);
    }

    private DoorTarget(Lock lock) {
        super(VARIABLES, () -> DoorApi.start(Guarding.THROTTLES, lock));
    }

    /** With a lock that is opened by answers to its challenge. */
    public static final class Digest extends DoorTarget {
        public Digest() {
            super(Lock.DIGEST);
        }
    }

    /** With a token endpoint. */
    public static final class Client extends DoorTarget {
        public Client() {
            super(Lock.CLIENT);
        }
    }

    /** With a lock that is opened by keys. */
    public static final class Key extends DoorTarget {
        public Key() {
            super(Lock.KEY);
        }
    }
}
