package dev.naysayer.reports.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The API in its process; ended with this. */
final class MeasuredApi implements AutoCloseable {

    static final String PASSWORD = "changeit";

    private final Process process;
    private final int port;
    private final @Nullable Path store;

    private MeasuredApi(Process process, int port, @Nullable Path store) {
        this.process = process;
        this.port = port;
        this.store = store;
    }

    /** @param folder for the key that a server with TLS needs */
    static MeasuredApi start(Path folder, int latency, boolean tls) throws IOException, InterruptedException {
        Path store = tls ? newKey(folder) : null;
        List<String> command = new ArrayList<>(MeasuredProcess.java(List.of("-XX:+UseSerialGC"), TinyApi.class));
        command.add(String.valueOf(latency));
        if (store != null) {
            command.add(store.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader console = process.inputReader(StandardCharsets.UTF_8);
        String port = console.readLine();
        if (port == null) {
            throw new IllegalStateException("the API did not start");
        }
        return new MeasuredApi(process, Integer.parseInt(port), store);
    }

    private static Path newKey(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("server.p12");
        if (Files.exists(store)) {
            return store;
        }
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool made no key");
        }
        return store;
    }

    String url() {
        return (store == null ? "http" : "https") + "://127.0.0.1:" + port;
    }

    /** What lets a client trust it: its key signs itself. */
    List<String> trust() {
        return store == null
                ? List.of()
                : List.of("-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
