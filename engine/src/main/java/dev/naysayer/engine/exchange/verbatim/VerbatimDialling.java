package dev.naysayer.engine.exchange.verbatim;

import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.wire.NotSendable;
import dev.naysayer.engine.exchange.wire.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** Connects to a target the way the pooled connections do: through the proxy, with TLS, by every address of a name. */
final class VerbatimDialling {

    private static final int NOT_REFUSED = 0;

    private final HttpHost target;
    private final Route route;
    private final TransportSettings settings;
    private final @Nullable TlsSocketStrategy tls;

    /** @throws NotSendable when the route cannot be honoured */
    VerbatimDialling(HttpHost target, Route route, TransportSettings settings) {
        this(target, route, settings, isSecure(target) || isSecure(route.proxyHost()) ? route.tls() : null);
    }

    /** @param tls how TLS is begun, whomever the route trusts; null where nothing asks for it */
    VerbatimDialling(HttpHost target, Route route, TransportSettings settings, @Nullable TlsSocketStrategy tls) {
        this.target = target;
        this.route = route;
        this.settings = settings;
        this.tls = tls;
    }

    /** A TCP connection to the proxy if there is one, else to the target. */
    VerbatimConnection connect() throws IOException {
        HttpHost proxy = route.proxyHost();
        HttpHost peer = proxy == null ? target : proxy;
        IOException failed = new IOException("no address");
        for (InetAddress address : InetAddress.getAllByName(peer.getHostName())) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, port(peer)), (int)
                        settings.connectTimeout().toMillis());
                return new VerbatimConnection(socket);
            } catch (IOException e) {
                socket.close();
                failed = e instanceof SocketTimeoutException ? new ConnectTimeoutException("late") : e;
            }
        }
        throw failed;
    }

    /** The tunnel and the handshakes; returns the status with which a proxy refused, or 0. */
    int secure(VerbatimConnection connection) throws IOException {
        HttpHost proxy = route.proxyHost();
        if (tls != null && proxy != null && isSecure(proxy)) {
            connection.secure(tls, proxy.getHostName(), port(proxy));
        }
        if (tls == null || !isSecure(target)) {
            return NOT_REFUSED;
        }
        if (proxy != null) {
            int status = connection.status(connectRequest());
            if (status / 100 != 2) {
                return status;
            }
        }
        connection.secure(tls, target.getHostName(), port(target));
        return NOT_REFUSED;
    }

    private byte[] connectRequest() {
        String host = target.getHostName() + ":" + port(target);
        String password = route.proxyAuthorization();
        String head = "CONNECT " + host + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: "
                + settings.manners().userAgent() + "\r\n"
                + (password == null ? "" : "Proxy-Authorization: " + password + "\r\n");
        return (head + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isSecure(@Nullable HttpHost host) {
        return host != null && "https".equals(host.getSchemeName());
    }

    private static int port(HttpHost host) {
        return host.getPort() >= 0 ? host.getPort() : isSecure(host) ? 443 : 80;
    }
}
