package dev.naysayer.engine.exchange.wire;

import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.mover.Mover;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.jspecify.annotations.Nullable;

/** Says in one line why no answer came and whose move it is, from what the transport threw. */
public final class Failure {

    private final String origin;
    private final String peer;
    private final TransportSettings settings;

    /** @param proxy what is connected to in the origin's place, or null */
    public Failure(String origin, @Nullable Object proxy, TransportSettings settings) {
        this.origin = origin;
        this.peer = proxy == null ? origin : "the proxy " + proxy;
        this.settings = settings;
    }

    public Lost late() {
        return onTheWay("no answer within " + words(settings.responseTimeout()) + " from " + origin);
    }

    /** For a connection, with tunnel and handshake, that took longer than all of these together may. */
    public Lost unconnected(Duration time) {
        return onTheWay("no connection to " + peer + " within " + words(time));
    }

    /** For a connection over which HTTP/2 was begun and nothing came back. */
    public Lost noBeginning() {
        return onTheWay(origin + " did not begin HTTP/2 within " + words(settings.connectTimeout()));
    }

    public Lost reset(H2StreamResetException reset) {
        H2Error code = H2Error.getByCode(reset.getCode());
        return byTheApi(
                origin + " ended the HTTP/2 stream" + (code == null ? "" : " with " + code) + ", without an answer");
    }

    /** For a request that is not sent once more, since it may have changed something. */
    public Lost keptConnectionEnded() {
        return onTheWay(peer
                + " closed the kept connection while the request was on its way, and a request that may change something is"
                + " not sent twice; run it again");
    }

    public Lost reason(IOException e) {
        if (e instanceof HeadTooLong) {
            return new Lost(
                    Mover.GATEWAY,
                    "the answer from " + origin + " goes beyond what Naysayer reads of one: " + e.getMessage()
                            + "; look into what the API or what stands before it adds");
        }
        if (e instanceof MessageConstraintException) {
            return reason(HeadTooLong.trailers());
        }
        if (e instanceof ConnectTimeoutException || e instanceof ConnectionRequestTimeoutException) {
            return unconnected(settings.connectTimeout());
        }
        if (e instanceof SocketTimeoutException) {
            return late();
        }
        if (e instanceof UnknownHostException) {
            return onTheWay("unknown host: " + peer);
        }
        if (e instanceof SSLException) {
            return onTheWay("TLS with " + origin + " failed: " + e.getMessage()
                    + "; if its CA is private, add it to the target's RequestSpecification (trustStore)");
        }
        if (e instanceof ConnectException) {
            boolean refused = String.valueOf(e.getMessage()).contains("refused");
            return onTheWay(
                    refused ? "connection refused by " + peer : "cannot connect to " + peer + ": " + e.getMessage());
        }
        return e.getCause() instanceof HttpException http
                ? byTheApi("malformed answer from " + origin + ": " + http.getMessage())
                : broken(e);
    }

    private Lost broken(IOException e) {
        if (e instanceof NoHttpResponseException) {
            return onTheWay(peer + " closed the connection without an answer");
        }
        if (e instanceof MalformedChunkCodingException) {
            return byTheApi("malformed answer from " + origin + ": " + e.getMessage());
        }
        if (e instanceof ConnectionClosedException) {
            return onTheWay(peer + " closed the connection before the answer was complete");
        }
        if (e instanceof SocketException) {
            return onTheWay(peer + " broke the connection off: " + e.getMessage());
        }
        return onTheWay(
                "the exchange with " + origin + " failed: " + e.getClass().getSimpleName() + ": " + e.getMessage());
    }

    /** HttpClient hands a proxy's refusal of CONNECT over as if the API had answered; it never saw the request. */
    public Lost tunnelRefused(int status) {
        return new Lost(Mover.GATEWAY, peer + " refused a tunnel to " + origin + " with status " + status);
    }

    /** For a credential that must not be the first on its connection. */
    public Lost closedAfter(int answers) {
        return onTheWay(
                peer + " closed the connection after " + (answers == 1 ? "the first answer" : answers + " answers")
                        + ", so what it makes of another request on it cannot be judged");
    }

    /** For an answer behind which bytes came that belong to none. */
    public Lost moreThan(int answers) {
        return byTheApi(peer + " wrote more than " + (answers == 1 ? "the first answer" : "answer " + answers)
                + ", so what it makes of another request on the connection cannot be judged");
    }

    /** Nobody knows at which end. */
    private static Lost onTheWay(String reason) {
        return new Lost(Mover.NETWORK, reason);
    }

    private static Lost byTheApi(String reason) {
        return new Lost(Mover.API, reason);
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
