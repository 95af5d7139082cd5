package dev.naysayer.reports.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, without a window, without a way to anywhere but this machine, and with a profile that is thrown away. */
final class Chromium implements AutoCloseable {

    /** By which the tests are told where a Chromium is that is not on the path. */
    private static final String SETTING = "tests.chromium";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> FLAGS = List.of(
            "--headless=new",
            // In containers, and for root, its own sandbox does not work; it is shown nothing but our own pages.
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            "--lang=en-US",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-extensions",
            "--disable-sync",
            "--disable-default-apps",
            "--disable-breakpad",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-domain-reliability",
            "--disable-client-side-phishing-detection",
            "--metrics-recording-only",
            "--no-pings",
            "--password-store=basic",
            "--use-mock-keychain",
            "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater",
            // Whatever it should like to look up besides: there is nobody but this machine.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--no-proxy-server",
            "--remote-debugging-address=127.0.0.1",
            "--remote-debugging-port=0");

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /**
     * Ends the test as skipped where there is none.
     *
     * @param more flags besides
     */
    static Chromium start(String... more) throws IOException, InterruptedException {
        Optional<Path> program = found();
        Assumptions.assumeTrue(
                program.isPresent(),
                () -> "there is no Chromium: install one (apt-get install chromium), or say where it is by -D" + SETTING
                        + "=<path>");
        Path profile = Files.createTempDirectory("chromium");
        Process process = new ProcessBuilder(Stream.of(
                                Stream.of(program.orElseThrow().toString(), "--user-data-dir=" + profile),
                                FLAGS.stream(),
                                Stream.of(more),
                                Stream.of("about:blank"))
                        .flatMap(it -> it)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("console.txt").toFile())
                .start();
        try {
            return new Chromium(process, profile, DevTools.at(address(process, profile)));
        } catch (IOException | InterruptedException | RuntimeException e) {
            end(process, profile);
            throw e;
        }
    }

    /** What the system property names, else what is on the path. */
    private static Optional<Path> found() {
        String named = System.getProperty(SETTING);
        return named != null
                ? Optional.of(Path.of(named))
                : NAMES.stream()
                        .flatMap(name -> Arrays.stream(
                                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
    }

    /** It writes the port that it was given, and the path, into its profile. */
    private static URI address(Process process, Path profile) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() == 2) {
                return URI.create("ws://127.0.0.1:%s%s".formatted(lines.get(0), lines.get(1)));
            }
            Thread.sleep(20);
        }
        throw new IOException("Chromium did not start: " + Files.readString(profile.resolve("console.txt")));
    }

    /** A tab that shares nothing with others. */
    Tab open() {
        String context = tools.ask(null, "Target.createBrowserContext", Map.of())
                .at("/browserContextId")
                .asString();
        String target = tools.ask(
                        null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .at("/targetId")
                .asString();
        String session = tools.ask(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .at("/sessionId")
                .asString();
        return new Tab(tools, session, context);
    }

    @Override
    public void close() throws IOException {
        tools.close();
        end(process, profile);
    }

    private static void end(Process process, Path profile) throws IOException {
        // Those that it started would live on.
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            one.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
