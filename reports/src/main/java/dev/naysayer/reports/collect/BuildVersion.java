package dev.naysayer.reports.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Naysayer this is; the build writes it down. */
final class BuildVersion {

    private BuildVersion() {}

    /** {@code Naysayer 1.0.0}. */
    static String generator() {
        var build = new Properties();
        try (var in = BuildVersion.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "Naysayer " + build.getProperty("version");
    }
}
