package dev.naysayer.examples.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are written, right or wrong; waits ten seconds at most for each part of an answer. */
public final class RawConnection {

    private static final int LIMIT_MILLIS = 10_000;

    private RawConnection() {}

    /**
     * All that comes back until the server closes; the request has to ask it to.
     *
     * @param request its characters are bytes (ISO-8859-1)
     */
    public static String exchange(String url, String request) throws IOException {
        URI uri = URI.create(url);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(LIMIT_MILLIS);
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
