package dev.naysayer.engine.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Naysayer this is; the build writes it down. */
public final class BuildVersion {

    private BuildVersion() {}

    /** {@code Naysayer 1.0.0}, for people. */
    public static String generator() {
        return "Naysayer " + version();
    }

    /** {@code Naysayer/1.0.0}, as a product of a {@code User-Agent} (RFC 9110 section 10.1.5). */
    public static String product() {
        return "Naysayer/" + version();
    }

    /** {@code 1.0.0}. */
    public static String version() {
        var build = new Properties();
        try (var in = BuildVersion.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }
}
