package dev.naysayer.reports.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one process has to do; it is told by system properties, and the key by the environment.
 *
 * @param url where the API is
 * @param cases how many tests there are: so many operations times five; 1 is one expired token
 * @param inFlight how many requests may be under way at once
 * @param key signs tokens, as JWK
 */
record Work(String url, int cases, int inFlight, String key) {

    static final String KEY = "THINGS_KEY";

    static Work given() {
        return new Work(
                System.getProperty("things.url"),
                Integer.getInteger("things.cases"),
                Integer.getInteger("things.in-flight"),
                System.getenv(KEY));
    }

    List<String> options() {
        return List.of("-Dthings.url=" + url, "-Dthings.cases=" + cases, "-Dthings.in-flight=" + inFlight);
    }

    List<Answer> answers() {
        return cases == 1 ? List.of(Answer.EXPIRED_TOKEN) : List.of(Answer.values());
    }

    IntStream operations() {
        return IntStream.range(0, Math.max(1, cases / Answer.values().length));
    }
}
