package dev.naysayer.engine.exchange.verbatim;

import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.wire.Deadlines;
import dev.naysayer.engine.exchange.wire.Route;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** A connection and its TLS, as every request has them, and no request: who can be reached, and what he shows. */
public final class Handshake {

    private final TransportSettings settings;
    private final Deadlines deadlines;

    public Handshake(TransportSettings settings, Deadlines deadlines) {
        this.settings = settings;
        this.deadlines = deadlines;
    }

    /** A proxy that lets nobody through. */
    public static final class Refused extends IOException {

        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status) {
            super("the tunnel was refused with status " + status);
            this.status = status;
        }

        /** What it answered. */
        public int status() {
            return status;
        }
    }

    /**
     * Reaches a server as requests do.
     *
     * @return what it shows; null without TLS
     * @throws IOException where it cannot be reached, or is not trusted
     */
    public @Nullable X509Certificate trusted(URI uri, Route route) throws IOException {
        HttpHost target = target(uri);
        return certificate(new VerbatimDialling(target, route, settings));
    }

    /**
     * What a server shows, whoever vouches for it: to say what is wrong with it. Nothing may be sent on such a connection.
     *
     * @return null without TLS
     * @throws IOException where it cannot be reached, or shows nothing
     */
    public @Nullable X509Certificate untrusted(URI uri, Route route) throws IOException {
        return certificate(new VerbatimDialling(target(uri), route, settings, Handshake::unasked));
    }

    private static HttpHost target(URI uri) {
        return new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
    }

    private @Nullable X509Certificate certificate(VerbatimDialling dialling) throws IOException {
        try (VerbatimConnection connection = dialling.connect();
                Deadlines.Deadline deadline = deadlines.start(settings.connectTimeout(), connection::close)) {
            try {
                int refused = dialling.secure(connection);
                if (refused != 0) {
                    throw new Refused(refused);
                }
                return certificate(connection.session());
            } catch (IOException e) {
                throw deadline.hasPassed() ? new ConnectTimeoutException("late") : e;
            }
        }
    }

    private static @Nullable X509Certificate certificate(@Nullable SSLSession session) throws IOException {
        Certificate[] shown = session == null ? new Certificate[0] : session.getPeerCertificates();
        return shown.length > 0 && shown[0] instanceof X509Certificate own ? own : null;
    }

    private static SSLSocket unasked(Socket socket, String host, int port, @Nullable Object attachment, Object context)
            throws IOException {
        try {
            SSLContext any = SSLContext.getInstance("TLS");
            any.init(null, new TrustManager[] {new Anybody()}, null);
            SSLSocket secured = (SSLSocket) any.getSocketFactory().createSocket(socket, host, port, true);
            secured.startHandshake();
            return secured;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Believes everybody, who is not told anything. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String by) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String by) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String by, @Nullable Socket on) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String by, @Nullable Socket on) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String by, @Nullable SSLEngine on) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String by, @Nullable SSLEngine on) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
