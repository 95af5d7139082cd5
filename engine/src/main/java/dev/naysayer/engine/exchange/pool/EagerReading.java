package dev.naysayer.engine.exchange.pool;

import dev.naysayer.engine.exchange.wire.HeadParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Writes a request to a pooled connection and reads the head of its answer, whatever becomes of the writing.
 *
 * <p>Problem: a server may say no (431, 413) and close while the request is still being written; HttpClient's own executor then
 * reports the failed writing, and the answer is lost. Choice: a long request is written beside the reading, and where the writing
 * of a short one fails, what has come is read all the same.
 */
final class EagerReading extends HttpRequestExecutor {

    /** The context attribute of an exchange whose request was not written to its end, so that its connection is of no more use. */
    static final String UNFINISHED = "naysayer.unfinished";

    /** The context attribute of an exchange that began with a tunnel, so that its connection is none that was kept. */
    private static final String TUNNELLED = "naysayer.tunnelled";

    /** So much fits into the buffers of any system, and is written without waiting. */
    private static final int WRITTEN_AT_ONCE = 16 * 1024;

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback interim,
            HttpContext localContext)
            throws IOException, HttpException {
        HttpCoreContext context = HttpCoreContext.castOrCreate(localContext);
        EndpointDetails traffic = connection.getEndpointDetails();
        context.setSSLSession(connection.getSSLSession());
        context.setEndpointDetails(traffic);
        boolean kept = traffic.getResponseCount() > 0 && context.getAttribute(TUNNELLED) == null;
        if (Method.CONNECT.isSame(request.getMethod())) {
            context.setAttribute(TUNNELLED, true);
        }
        long sent = traffic.getSentBytesCount();
        long received = traffic.getReceivedBytesCount();
        try {
            if (kept && isSpoilt(connection, request.getMethod())) {
                throw new ConnectionClosedException();
            }
            return exchange(request, connection, interim, context);
        } catch (HttpException | RuntimeException e) {
            drop(connection);
            throw e;
        } catch (IOException e) {
            drop(connection);
            boolean silent = traffic.getReceivedBytesCount() == received || e instanceof HeadParser.LeftOver;
            throw kept && silent && !(e instanceof InterruptedIOException)
                    ? new KeptConnectionEnded(traffic.getSentBytesCount() > sent, e)
                    : e;
        }
    }

    /**
     * Whether there is something to read already, or nothing any more.
     *
     * <p>To look costs up to 1 ms and more where it cannot be seen from outside, so that is done only where TLS hides what is left
     * over, and before a request that could not be sent once more.
     */
    private static boolean isSpoilt(HttpClientConnection connection, String method) throws IOException {
        Socket socket = connection instanceof ManagedHttpClientConnection managed ? managed.getSocket() : null;
        if (socket != null && !(socket instanceof SSLSocket) && Method.isSafe(method)) {
            return socket.getInputStream().available() > 0;
        }
        return connection.isDataAvailable(Timeout.ONE_MILLISECOND) || connection.isStale();
    }

    private static ClassicHttpResponse exchange(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback interim,
            HttpCoreContext context)
            throws IOException, HttpException {
        AtomicBoolean written = new AtomicBoolean();
        Runnable writing = () -> written.set(isWritten(request, connection));
        if (isLong(request)) {
            Thread thread = new Thread(writing, "naysayer-writing");
            thread.setDaemon(true);
            thread.start();
        } else {
            writing.run();
        }
        ClassicHttpResponse response = head(connection, interim, context);
        if (!written.get()) {
            context.setAttribute(UNFINISHED, true);
        }
        if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
            connection.receiveResponseEntity(response);
        }
        return response;
    }

    private static boolean isLong(ClassicHttpRequest request) {
        long length = request.getEntity() == null ? 0 : request.getEntity().getContentLength();
        for (Header header : request.getHeaders()) {
            length += header.getName().length()
                    + (header.getValue() == null ? 0 : header.getValue().length());
        }
        return length > WRITTEN_AT_ONCE;
    }

    private static boolean isWritten(ClassicHttpRequest request, HttpClientConnection connection) {
        try {
            connection.sendRequestHeader(request);
            if (request.getEntity() != null) {
                connection.sendRequestEntity(request);
            }
            connection.flush();
            return true;
        } catch (IOException | HttpException e) {
            // The answer is what counts; where none comes, reading it says so.
            return false;
        }
    }

    private static ClassicHttpResponse head(
            HttpClientConnection connection, @Nullable HttpResponseInformationCallback interim, HttpCoreContext context)
            throws IOException, HttpException {
        ClassicHttpResponse response = connection.receiveResponseHeader();
        while (response.getCode() < 200) {
            if (interim != null && response.getCode() != 100) {
                interim.execute(response, connection, context);
            }
            response = connection.receiveResponseHeader();
        }
        return response;
    }

    /** At once: closing a TLS socket in good order would wait for the peer. */
    private static void drop(HttpClientConnection connection) {
        connection.setSocketTimeout(Timeout.ONE_MILLISECOND);
        connection.close(CloseMode.IMMEDIATE);
    }
}
