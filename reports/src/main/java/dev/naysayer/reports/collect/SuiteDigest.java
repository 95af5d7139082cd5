package dev.naysayer.reports.collect;

import dev.naysayer.dsl.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** By what two records know that they are of the same text of a suite. */
final class SuiteDigest {

    private SuiteDigest() {}

    /** SHA-256 of a file without its carriage returns, which a checkout may add; empty where the file cannot be read. */
    static Optional<String> of(Path suite) {
        // Nobody knows when reading a pipe or a device ends.
        if (!Files.isRegularFile(suite)) {
            return Optional.empty();
        }
        MessageDigest digest = Sha256.begun();
        byte[] portion = new byte[8192];
        try (InputStream in = Files.newInputStream(suite)) {
            for (int count = in.read(portion); count >= 0; count = in.read(portion)) {
                for (int i = 0; i < count; i++) {
                    if (portion[i] != '\r') {
                        digest.update(portion[i]);
                    }
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }
}
