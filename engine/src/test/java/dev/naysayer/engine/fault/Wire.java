package dev.naysayer.engine.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One connection on which a fault is played.
 *
 * @param good the answer that would have been right; a fault spoils it
 * @param over ends what would otherwise go on for ever
 */
record Wire(Socket socket, String method, Good good, CountDownLatch over) {

    /** Nobody waits longer than this for an answer in a test. */
    private static final long LONGEST_SECONDS = 30;

    /**
     * An answer that is right.
     *
     * @param status {@code 401 Unauthorized}
     * @param fields each with its line end
     */
    record Good(String status, String fields, String body) {

        String head(String framing) {
            return "HTTP/1.1 " + status + "\r\n" + fields + framing + "\r\n";
        }

        String framing() {
            return "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        }

        String whole() {
            return head(framing()) + body;
        }

        Good with(String otherStatus, String moreFields) {
            return new Good(otherStatus, fields + moreFields, body);
        }
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Writes what is asked for again and again, until the client is gone. */
    void drip(String piece, long pauseMillis) throws IOException, InterruptedException {
        long most = TimeUnit.SECONDS.toMillis(LONGEST_SECONDS) / pauseMillis;
        for (long i = 0; i < most && !over.await(pauseMillis, TimeUnit.MILLISECONDS); i++) {
            write(piece);
        }
    }

    /** At full speed, until the client is gone. */
    void pour(String piece) throws IOException {
        byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
        // 64 MiB: more than any limit, and an end if the client should swallow it all.
        for (long written = 0; written < 64L * 1024 * 1024 && over.getCount() > 0; written += bytes.length) {
            write(bytes);
        }
    }

    void staySilent() throws InterruptedException {
        var unused = over.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends the connection by a reset in place of an orderly end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void close() throws IOException {
        socket.close();
    }
}
