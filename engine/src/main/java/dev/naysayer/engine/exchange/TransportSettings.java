package dev.naysayer.engine.exchange;

import java.time.Duration;

/**
 * How long to wait, how much to read, and how to behave.
 *
 * @param connectTimeout for one TCP connection, and again for its TLS handshake
 * @param responseTimeout from the first byte sent to the last byte read, so that a body that drips cannot hold a run
 * @param maxBodyBytes how much of a body is kept, in bytes after decoding; the rest is never read
 * @param manners who asks, and how fast; waiting for a turn is no part of a time-out
 */
public record TransportSettings(Duration connectTimeout, Duration responseTimeout, int maxBodyBytes, Manners manners) {

    /** 5 s to connect, 10 s to answer, 1 MiB of body. */
    public static final TransportSettings DEFAULTS =
            new TransportSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), 1024 * 1024);

    /** With the manners of a run to which nobody said anything. */
    public TransportSettings(Duration connectTimeout, Duration responseTimeout, int maxBodyBytes) {
        this(connectTimeout, responseTimeout, maxBodyBytes, Manners.PLAIN);
    }

    /** @throws IllegalArgumentException for a time below 1 ms, which would mean forever, or a limit below 1 byte */
    public TransportSettings {
        if (connectTimeout.toMillis() < 1 || responseTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("a time-out must be at least 1 ms");
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("maxBodyBytes must be at least 1");
        }
    }
}
