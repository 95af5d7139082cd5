package dev.naysayer.reports.format;

import dev.naysayer.dsl.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Texts of ours that stand in a page: the only ones that templates write unescaped, and that its policy allows, by their hashes. */
final class Inlined {

    private Inlined() {}

    /** One that lies beside this class. */
    static String load(String name) {
        try (var in = Objects.requireNonNull(Inlined.class.getResourceAsStream(name), name)) {
            // A checkout may have turned line ends; browsers turn them back before they hash.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a content security policy calls it. */
    static String source(String text) {
        return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text)) + "'";
    }
}
