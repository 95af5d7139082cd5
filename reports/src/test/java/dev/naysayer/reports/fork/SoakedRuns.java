package dev.naysayer.reports.fork;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one suite several times in one process, several requests at once and then one by one, and says what the process holds. */
final class SoakedRuns {

    private SoakedRuns() {}

    /** The arguments are the suite, the API, and for each run how many requests are under way at once and where its report goes. */
    public static void main(String[] arguments) throws Exception {
        for (int run = 2; run < arguments.length; run += 2) {
            overAgain(arguments[1]);
            long begun = System.nanoTime();
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectFile(arguments[0]))
                            .configurationParameter("naysayer.parallelism", arguments[run])
                            .configurationParameter("naysayer.report-directory", arguments[run + 1])
                            .build());
            System.out.printf(
                    "soaked heap=%d threads=%d files=%d seconds=%.1f%n",
                    heap(), threads(), files(), (System.nanoTime() - begun) / 1e9);
        }
        System.exit(0);
    }

    private static void overAgain(String api) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(api + "/over-again").toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        if (connection.getResponseCode() != 204) {
            throw new IOException("the API does not begin again");
        }
        connection.disconnect();
    }

    /** In KiB, of what is in use. */
    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** Sockets are among them. */
    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
