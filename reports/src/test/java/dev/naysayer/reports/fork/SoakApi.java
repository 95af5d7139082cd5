package dev.naysayer.reports.fork;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An API that refuses rightly behind a network that does not always let it, as {@link SoakFault} says. */
final class SoakApi implements AutoCloseable {

    /** What it lets in. */
    static final String TOKEN = "the-only-good-token-of-this-soak";

    private static final int LONGEST_HEAD = 16 * 1024;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<String> over = ConcurrentHashMap.newKeySet();
    private final AtomicInteger faults = new AtomicInteger();

    private SoakApi(ServerSocket server) {
        this.server = server;
    }

    static SoakApi start() throws IOException {
        SoakApi api = new SoakApi(new ServerSocket(0, 200, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
        api.threads.execute(api::accept);
        return api;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** How many requests a fault befell. */
    int faults() {
        return faults.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // It was closed, which ends it.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                String path = head.split(" ", 3)[1];
                if (path.equals("/over-again")) {
                    over.clear();
                    write(socket, "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n");
                } else if (!answered(socket, in, path, shape(head))) {
                    return;
                }
            }
        } catch (IOException e) {
            // Whoever asked is gone.
        } finally {
            open.remove(socket);
        }
    }

    /** Whether the connection may be used again. */
    private boolean answered(Socket socket, InputStream in, String path, String shape) throws IOException {
        SoakFault.Befalling befalling = SoakFault.of(path, shape);
        boolean over = befalling.passes() && !this.over.add(path + " " + shape);
        if (befalling.fault() == SoakFault.NONE || over) {
            write(socket, right(shape));
            return true;
        }
        faults.incrementAndGet();
        switch (befalling.fault()) {
            case RESET -> socket.setSoLinger(true, 0);
            case SILENCE -> {
                // Until whoever asked does not wait any more.
                var unused = in.read();
            }
            case GARBAGE -> write(socket, "what is this\r\n\r\n");
            case CUT -> write(socket, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 1000\r\n\r\n{\"title\":");
            default -> {
                write(socket, "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
                return true;
            }
        }
        return false;
    }

    private static String right(String shape) {
        boolean good = shape.equals("Bearer good");
        String body = good ? "[]" : "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}";
        String challenge = shape.startsWith("Bearer ") ? "realm=\"soak\", error=\"invalid_token\"" : "realm=\"soak\"";
        return "HTTP/1.1 %s\r\n%sContent-Type: %s\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(
                        good ? "200 OK" : "401 Unauthorized",
                        good ? "" : "WWW-Authenticate: Bearer " + challenge + "\r\n",
                        good ? "application/json" : "application/problem+json",
                        body.length(),
                        body);
    }

    /** How the credential looks: {@code Bearer good}, {@code Bearer other}, {@code good} alone, or nothing. */
    private static String shape(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("authorization:"))
                .map(line -> line.substring(14).strip().replace(TOKEN, "good"))
                .map(value -> value.startsWith("Bearer ") && !value.equals("Bearer good") ? "Bearer other" : value)
                .findFirst()
                .orElse("");
    }

    /** Empty where none comes any more. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
