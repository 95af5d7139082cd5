package dev.naysayer.reports.fork;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A suite of many operations, each under the four refusals that every API is tested with, and both its controls. */
final class LargeSuite {

    /** Two controls and four refusals. */
    static final int CASES_OF_AN_OPERATION = 6;

    private LargeSuite() {}

    /** Writes it into this folder; its key is taken from the variable {@code KEY}. */
    static Path write(Path folder, int operations) throws IOException {
        String all = IntStream.range(0, operations)
                .mapToObj("  - GET /things/%d: {scope: things:read}"::formatted)
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("large-%d.auth.yaml".formatted(operations)), """
                suite: Things API
                target: http://127.0.0.1:1

                credentials:
                  bearer:
                    mint:
                      issuer: https://issuer.example
                      audience: https://things.example
                      key: ${KEY}

                operations:
                %s

                scenarios: [no-token, expired-token, wrong-audience, insufficient-scope]
                """.formatted(all));
    }

    /** A key for it, in a file that the environment may name. */
    static String key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
