package dev.naysayer.reports.fork;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What befalls a request in a soak: the same every time, since what it asks for decides. */
enum SoakFault {
    NONE(""),
    RESET("broke the connection off"),
    SILENCE("no answer within 1 s"),
    GARBAGE("malformed answer"),
    UNAVAILABLE("503"),
    CUT("before the answer was complete");

    private static final int OF_A_THOUSAND = 20;

    /** What an outcome says of it. */
    final String words;

    SoakFault(String words) {
        this.words = words;
    }

    /**
     * A fault, and whether it is over with the first request.
     *
     * @param passes whether the next request of the same kind is answered
     */
    record Befalling(SoakFault fault, boolean passes) {}

    /**
     * What befalls a request.
     *
     * @param path what is asked for
     * @param shape how the credential looks, without what is random in it
     */
    static Befalling of(String path, String shape) {
        // Who presents nothing asks whether the host is there, and a fault then would rightly end the suite.
        int chance = shape.isEmpty() ? 1000 : bits(path + " " + shape, 0) % 1000;
        if (chance >= OF_A_THOUSAND) {
            return new Befalling(NONE, false);
        }
        return new Befalling(
                values()[1 + bits(path + " " + shape, 4) % (values().length - 1)], bits(path + shape, 8) % 2 == 0);
    }

    private static int bits(String text, int at) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getInt(at) & Integer.MAX_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
