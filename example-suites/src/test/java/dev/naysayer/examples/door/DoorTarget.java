package dev.naysayer.examples.door;

import dev.naysayer.examples.client.StartedTarget;
import java.util.Map;

/** Starts the Door API, and gives its suites passwords; clients and callers with keys have the same as their secrets. */
public class DoorTarget extends StartedTarget {

    public DoorTarget() {
        this(Lock.BASIC);
    }

    private DoorTarget(Lock lock) {
        super(variables(lock.passwords()), () -> DoorApi.start(Guarding.THROTTLES, lock));
    }

    private static Map<String, String> variables(Map<String, String> passwords) {
        return Map.of(
                "DOOR_PASSWORD", passwords.get("anna"),
                "TESTER_PASSWORD", passwords.get("tester"),
                "DOOR_KEY", passwords.get("anna"),
                "OTHER_NETWORK_KEY", passwords.get(DoorKeeper.OUTSIDE),
                "SPENT_KEY", passwords.get(DoorKeeper.SPENT));
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
