package dev.naysayer.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Suites for tests: a vocabulary of three conditions, one scheme and one source, and a folder to write files to. */
record SuiteFiles(Path folder) {

    static final SuiteReader READER = new SuiteReader(new Vocabulary(
            Set.of("no-token", "expired-token", "wrong-audience"),
            Map.of(),
            "valid",
            Map.of(
                    "bearer",
                    new SchemeShape(
                            new Shape(Set.of(), Set.of(), Set.of()),
                            Map.of(
                                    "mint",
                                    new Shape(
                                            Set.of("issuer", "audience", "key"), Set.of("subject"), Set.of("key")))))));

    static final Variables VARIABLES =
            new Variables(Map.of("KEY", "key-from-the-environment")::get, Set.of("PROMISED"), null);

    static final String ORDERS = """
            suite: Orders API
            target: ${ORDERS_URL:-http://localhost:8080}
            credentials:
              bearer:
                mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${KEY}"}
            operations:
              - GET /orders:  {scope: orders:read}
              - POST /orders: {scope: orders:write, mutates: true, body: {item: book, quantity: 1}}
            scenarios: [no-token, expired-token]
            """;

    Reading read(String yaml) {
        try {
            Path file = Files.writeString(folder.resolve("orders.auth.yaml"), yaml);
            return READER.read(file, folder, VARIABLES);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Suite suite(String yaml) {
        if (read(yaml) instanceof Reading.Understood understood) {
            return understood.suite();
        }
        throw new AssertionError(read(yaml));
    }
}
