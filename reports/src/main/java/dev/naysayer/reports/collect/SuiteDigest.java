package dev.naysayer.reports.collect;

import dev.naysayer.dsl.Sha256;
import dev.naysayer.dsl.read.SuiteReader;
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

    /**
     * SHA-256 of a file and of the parts that it uses, without carriage returns, which a checkout may add; empty where the file cannot be
     * read.
     *
     * @param limit how many bytes they may have together
     */
    static Optional<String> of(Path suite, long limit) {
        MessageDigest digest = Sha256.begun();
        if (!add(suite, digest)) {
            return Optional.empty();
        }
        SuiteReader.parts(suite, limit).forEach(part -> add(part, digest));
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether a file could be read. */
    private static boolean add(Path file, MessageDigest digest) {
        // Nobody knows when reading a pipe or a device ends.
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] portion = new byte[8192];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(portion); count >= 0; count = in.read(portion)) {
                for (int i = 0; i < count; i++) {
                    if (portion[i] != '\r') {
                        digest.update(portion[i]);
                    }
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
