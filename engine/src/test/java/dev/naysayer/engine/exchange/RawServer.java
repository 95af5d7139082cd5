package dev.naysayer.engine.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** A server on the loopback that keeps the bytes it received, and writes the bytes it is told to. */
public final class RawServer implements AutoCloseable {

    public static final String REFUSAL = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";

    /** Answers one request; throwing closes the connection. */
    public interface Answer {
        void write(String request, OutputStream out) throws IOException, InterruptedException;
    }

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)\\r?$");

    /** CR LF CR LF. */
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private final ServerSocket socket;
    private final Answer answer;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();

    public RawServer(Answer answer) throws IOException {
        this(new ServerSocket(0, 50, loopback()), answer);
    }

    private RawServer(ServerSocket socket, Answer answer) {
        this.answer = answer;
        this.socket = socket;
        daemon(this::accept);
    }

    public static RawServer secure(SSLContext tls, Answer answer) throws IOException {
        return new RawServer(tls.getServerSocketFactory().createServerSocket(0, 50, loopback()), answer);
    }

    public static RawServer answering(String bytes) throws IOException {
        return new RawServer((request, out) -> out.write(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    public static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Each request as ISO-8859-1, byte for byte. */
    public List<String> received() {
        return List.copyOf(received);
    }

    public int accepted() {
        return accepted.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                accepted.incrementAndGet();
                connection.setSoTimeout(20_000);
                open.add(connection);
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            String request = read(in);
            while (!request.isEmpty()) {
                received.add(request);
                answer.write(request, connection.getOutputStream());
                connection.getOutputStream().flush();
                request = read(in);
            }
        } catch (IOException e) {
            // The client hung up, or the test wants the connection closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One request as ISO-8859-1, byte for byte; empty where the client hung up. */
    public static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int lastFour = 0;
        while (lastFour != END_OF_HEAD) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            bytes.write(next);
            lastFour = (lastFour << 8) | next;
        }
        Matcher length = LENGTH.matcher(bytes.toString(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
