package dev.naysayer.engine.exchange.pool;

import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.wire.HeadParser;
import dev.naysayer.engine.exchange.wire.HeadTooLong;
import dev.naysayer.engine.exchange.wire.NotSendable;
import dev.naysayer.engine.exchange.wire.Route;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** One pooled HttpClient for each distinct {@link Route}; in most runs that is one. */
public final class Connections implements AutoCloseable {

    /** The context attribute that holds the {@link Written} of a request. */
    static final String WRITTEN = "naysayer.written";

    private static final ManagedHttpClientConnectionFactory STRICT = ManagedHttpClientConnectionFactory.builder()
            // The connection's own limits are those of trailers and of chunks; those of heads are the parser's.
            .http1Config(Http1Config.copy(HeadParser.LIMITS)
                    .setMaxHeaderCount(HeadTooLong.MOST_TRAILERS)
                    .build())
            .responseParserFactory(new HeadParser.Factory())
            .build();

    private static final int MOST_ROUTES = 8;

    /** As many as {@code naysayer.parallelism} may ask for. */
    private static final int MOST_CONNECTIONS = 256;

    /** Told of the field lines just before they are written, after HttpClient has added its own. */
    interface Written {
        void writing(Header[] onTheWire);
    }

    private final TransportSettings settings;
    private final Map<Route, Client> clients = new HashMap<>();
    private final Map<Route, Client> unkept = new HashMap<>();

    public Connections(TransportSettings settings) {
        this.settings = settings;
    }

    /**
     * What sends through this route, for as long as the run lasts.
     *
     * @throws NotSendable when the route cannot be honoured, or a filter makes a new one for each request
     */
    public synchronized Client through(Route route) {
        Client known = clients.get(route);
        if (known != null) {
            return known;
        }
        if (clients.size() == MOST_ROUTES) {
            throw new NotSendable("the proxy or TLS settings change from request to request; set them once, in the"
                    + " target's RequestSpecification");
        }
        Client client = new Client(client(route, Connections::staysUsable), route);
        clients.put(route, client);
        return client;
    }

    /** The same with a new connection for each request, none of which is kept. */
    public synchronized Client afresh(Route route) {
        return unkept.computeIfAbsent(route, it -> new Client(client(it, (request, response, context) -> false), it));
    }

    /**
     * Whether a connection may be used again.
     *
     * <p>Where no content may follow (RFC 9112 section 6.3), some servers write some all the same, and it would be read as the
     * beginning of the next answer.
     */
    private static boolean staysUsable(HttpRequest request, HttpResponse response, HttpContext context) {
        boolean withoutContent = response.getCode() == 204 || response.getCode() == 205 || response.getCode() == 304;
        return !withoutContent
                && context.getAttribute(EagerReading.UNFINISHED) == null
                && DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
    }

    /** What reads from a socket the way pooled connections do. */
    public static HttpClientConnection reading(Socket socket) throws IOException {
        return STRICT.createConnection(socket);
    }

    /** Closing an aborted answer throws, and what was read of it counts all the same. */
    static void closeQuietly(Closeable response) {
        try {
            response.close();
        } catch (IOException e) {
            // The connection is gone, which is all that closing was to achieve.
        }
    }

    @Override
    public synchronized void close() {
        Stream.of(clients, unkept).forEach(all -> {
            all.values().forEach(client -> client.http().close(CloseMode.GRACEFUL));
            all.clear();
        });
    }

    /** HttpClient with everything off that would send a second request or change the first. */
    private CloseableHttpClient client(Route route, ConnectionReuseStrategy reuse) {
        HttpClientBuilder builder = HttpClients.custom()
                .setConnectionManager(pool(route))
                .setRequestExecutor(new EagerReading())
                .setConnectionReuseStrategy(reuse)
                .setUserAgent(settings.manners().userAgent())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                // One pool for all: HttpClient would otherwise keep connections apart by the TLS client's name.
                .disableConnectionState()
                .setTargetAuthenticationStrategy((type, challenges, context) -> List.of())
                .addRequestInterceptorLast((request, entity, context) -> {
                    if (context.getAttribute(WRITTEN) instanceof Written written) {
                        written.writing(request.getHeaders());
                    }
                });
        HttpHost proxy = route.proxyHost();
        if (proxy != null) {
            builder.setProxy(proxy);
        }
        if (proxy != null && route.proxy() != null && route.hasProxyPassword()) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(proxy),
                    new UsernamePasswordCredentials(
                            route.proxy().getUsername(),
                            route.proxy().getPassword().toCharArray()));
            builder.setDefaultCredentialsProvider(credentials);
        }
        return builder.build();
    }

    private PoolingHttpClientConnectionManager pool(Route route) {
        Timeout connect = Timeout.ofMilliseconds(settings.connectTimeout().toMillis());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(STRICT)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setTlsSocketStrategy(route.tls())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.ofMilliseconds(
                                settings.responseTimeout().toMillis()))
                        // The check costs up to 1 ms, so it is made only where a server had time to hang up.
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                        .build())
                .build();
    }

    /** A pooled client with the per-request settings of its route. */
    public final class Client {

        private final CloseableHttpClient http;
        private final Route route;

        public Client(CloseableHttpClient http, Route route) {
            this.http = http;
            this.route = route;
        }

        CloseableHttpClient http() {
            return http;
        }

        void prepare(HttpUriRequestBase request) throws IOException {
            boolean tunnel = "https".equalsIgnoreCase(request.getScheme());
            String password = route.proxyAuthorization();
            request.setConfig(RequestConfig.custom()
                    .setRedirectsEnabled(false)
                    // HttpClient 5.4 and later offer an upgrade to TLS on every plain request otherwise.
                    .setProtocolUpgradeEnabled(false)
                    // Off, so that a malformed challenge is evidence and not trouble; a tunnel's proxy alone may ask.
                    .setAuthenticationEnabled(tunnel && password != null)
                    .setConnectionRequestTimeout(Timeout.ofMilliseconds(settings.connectTimeout()
                            .plus(settings.responseTimeout())
                            .toMillis()))
                    .setResponseTimeout(
                            Timeout.ofMilliseconds(settings.responseTimeout().toMillis()))
                    .build());
            if (!tunnel && password != null) {
                request.setHeader("Proxy-Authorization", password);
            }
        }
    }
}
