package dev.naysayer.engine.run;

import java.util.HashMap;
import java.util.Map;

/** Which threads work on something that asks the API, and which of them were beside another while they did. */
final class Flights {

    /** One piece of work on its thread. */
    private static final class Flight {
        private boolean accompanied;
    }

    private final Map<Thread, Flight> underWay = new HashMap<>();

    /** The calling thread begins to work on something. */
    synchronized void begin() {
        Flight flight = new Flight();
        flight.accompanied = !underWay.isEmpty();
        underWay.values().forEach(other -> other.accompanied = true);
        underWay.put(Thread.currentThread(), flight);
    }

    /** The calling thread has done it. */
    synchronized void end() {
        underWay.remove(Thread.currentThread());
    }

    /** Whether anything else was under way since the calling thread began. */
    synchronized boolean isAccompanied() {
        Flight flight = underWay.get(Thread.currentThread());
        return flight != null && flight.accompanied;
    }
}
