package dev.naysayer.engine.exchange.verbatim;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.pool.Connections;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A connection on which bytes go out as they are given; answers are read by HttpClient's own parser. */
final class VerbatimConnection implements AutoCloseable {

    /** Something that takes as long as the peer likes. */
    interface Step<T> {
        /**
         * Goes as far as the peer lets it.
         *
         * @param late whether its time is over
         */
        T run(BooleanSupplier late) throws IOException;
    }

    private static final Timeout SOON = Timeout.ofMilliseconds(200);

    /** What a server writes behind an answer that has no content comes with it, or never. */
    private static final Timeout BEHIND_AN_ANSWER = Timeout.ofMilliseconds(20);

    /** So many bytes, in so many pieces, are proof enough. */
    private static final int BEHIND = 8192;

    private static final int PIECES = 4;

    private final Socket tcp;
    private Socket socket;
    private HttpClientConnection incoming;

    VerbatimConnection(Socket tcp) throws IOException {
        this.tcp = tcp;
        this.socket = tcp;
        this.incoming = Connections.reading(tcp);
    }

    void secure(TlsSocketStrategy tls, String host, int port) throws IOException {
        socket = tls.upgrade(socket, host, port, null, HttpCoreContext.create());
        incoming = Connections.reading(socket);
    }

    /** What was agreed on with the peer; null without TLS. */
    @Nullable
    SSLSession session() {
        return socket instanceof SSLSocket secured ? secured.getSession() : null;
    }

    /** The status of the answer to a request for a tunnel, which has no body. */
    int status(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        return head().getCode();
    }

    /** Writes a request and reads the head of its answer; the body is left to read. */
    ClassicHttpResponse send(VerbatimRequest request) throws IOException {
        var unused = writing(request.bytes());
        return answer(request);
    }

    /**
     * An answer that was read and thrown away.
     *
     * @param open whether another request may follow
     * @param spoilt whether more came than the answer, which would be read as the beginning of the next
     */
    record Skipped(int status, boolean open, boolean spoilt) {}

    /** Writes a request and reads its answer to the end. */
    Skipped sendAndSkipAnswer(VerbatimRequest request) throws IOException {
        FutureTask<Void> writing = writing(request.bytes());
        ClassicHttpResponse response = answer(request);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            entity.getContent().transferTo(OutputStream.nullOutputStream());
        }
        boolean open = finished(writing) && staysOpen(request, response);
        return new Skipped(response.getCode(), open, open && incoming.isDataAvailable(BEHIND_AN_ANSWER));
    }

    /** Asked with the method, since an answer to HEAD needs no length to end (RFC 9112 section 6.3). */
    private static boolean staysOpen(VerbatimRequest request, ClassicHttpResponse response) {
        BasicHttpRequest sent = new BasicHttpRequest(request.shown().method(), request.target());
        return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(sent, response, HttpCoreContext.create());
    }

    /**
     * Writes beside the reading.
     *
     * <p>Problem: a server may answer and stop reading long before a header of 1 MiB is through, so that writing fails or never
     * ends. Choice: the answer is what counts, and a failed writing shows in that none comes.
     */
    private FutureTask<Void> writing(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        FutureTask<Void> writing = new FutureTask<>(() -> {
            out.write(bytes);
            out.flush();
            return null;
        });
        Thread thread = new Thread(writing, "naysayer-verbatim");
        thread.setDaemon(true);
        thread.start();
        return writing;
    }

    /**
     * What comes behind the head of an answer that ends with its head (RFC 9110 section 9.3.2).
     *
     * <p>Problem: a length says nothing here, and a server that keeps the connection open says nothing at all. Choice: take
     * what is there or comes soon.
     */
    Body behindHead() throws IOException {
        ClassicHttpResponse unframed = new BasicClassicHttpResponse(200);
        incoming.setSocketTimeout(SOON);
        try {
            incoming.receiveResponseEntity(unframed);
            return soon(unframed.getEntity().getContent());
        } catch (HttpException e) {
            throw new ClientProtocolException(e);
        }
    }

    private static Body soon(InputStream in) {
        byte[] bytes = new byte[BEHIND];
        int length = 0;
        try {
            for (int piece = 0; piece < PIECES && length < BEHIND; piece++) {
                length += Math.max(0, in.read(bytes, length, BEHIND - length));
            }
        } catch (IOException e) {
            // Nothing more comes, or the peer is gone: either way this is all.
        }
        return new Body(Arrays.copyOf(bytes, length), length == BEHIND);
    }

    private static boolean finished(FutureTask<Void> writing) throws IOException {
        try {
            writing.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private ClassicHttpResponse answer(VerbatimRequest request) throws IOException {
        ClassicHttpResponse response = head();
        while (response.getCode() < 200 && response.getCode() != 101) {
            response = head();
        }
        if (MessageSupport.canResponseHaveBody(request.shown().method(), response)) {
            try {
                incoming.receiveResponseEntity(response);
            } catch (HttpException e) {
                throw new ClientProtocolException(e);
            }
        }
        return response;
    }

    private ClassicHttpResponse head() throws IOException {
        try {
            return incoming.receiveResponseHeader();
        } catch (HttpException e) {
            throw new ClientProtocolException(e);
        }
    }

    /**
     * Drops the connection, from any thread.
     *
     * <p>Problem: closing a TLS socket waits for whoever writes to it. Choice: close what is beneath it.
     */
    @Override
    public void close() {
        try {
            tcp.close();
        } catch (IOException e) {
            // It is gone, which is all that closing was to achieve.
        }
    }
}
