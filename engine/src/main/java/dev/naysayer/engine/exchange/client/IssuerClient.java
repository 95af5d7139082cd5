package dev.naysayer.engine.exchange.client;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.pool.Connections;
import dev.naysayer.engine.exchange.pool.PooledRequest;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.exchange.verbatim.Handshake;
import dev.naysayer.engine.exchange.wire.AnswerReader;
import dev.naysayer.engine.exchange.wire.Deadlines;
import dev.naysayer.engine.exchange.wire.Failure;
import dev.naysayer.engine.exchange.wire.Lost;
import dev.naysayer.engine.exchange.wire.NotSendable;
import dev.naysayer.engine.exchange.wire.Route;
import dev.naysayer.engine.exchange.wire.WireAnswer;
import dev.naysayer.engine.exchange.wire.WireText;
import dev.naysayer.engine.mover.Mover;
import io.restassured.RestAssured;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to authorization servers, with the proxy and the trust of the user's specification.
 *
 * <p>May be used from many threads. An answer takes no longer than the response time-out, from the first byte sent to the last
 * one read.
 */
public final class IssuerClient implements IssuerHttp, AutoCloseable {

    private static final int MOST_BYTES = 1024 * 1024;

    /** What a request tells that is no secret (RFC 6749, RFC 7009, RFC 7523, RFC 8707); all else may be one. */
    private static final Set<String> PUBLIC_PARAMETERS = Set.of(
            "grant_type",
            "scope",
            "audience",
            "resource",
            "client_id",
            "client_assertion_type",
            "token_type_hint",
            "username");

    private final TransportSettings settings;
    private final @Nullable RequestSpecification specification;
    private final Redactor redactor;
    private final Connections connections;
    private final Deadlines deadlines = new Deadlines();
    private final AnswerReader reader = new AnswerReader(MOST_BYTES);

    /** Speaks directly, and trusts whom the JDK trusts. */
    public IssuerClient(TransportSettings settings) {
        this(settings, null, new Redactor());
    }

    /**
     * @param specification the user's proxy, trust and key stores, or null; its headers are not sent
     * @param redactor that of the run: what an issuer sends back may repeat any secret
     */
    public IssuerClient(TransportSettings settings, @Nullable RequestSpecification specification, Redactor redactor) {
        this.redactor = redactor;
        this.settings = settings;
        this.specification = specification;
        this.connections = new Connections(settings);
    }

    /** Gets a document; see {@link IssuerHttp#get}. */
    @Override
    public Answer get(URI uri) throws IOException {
        return answer(exchange(uri, request("GET", uri)));
    }

    /** Posts a form; see {@link IssuerHttp#post}. */
    @Override
    public Answer post(URI uri, Map<String, Secret> form, Map<String, Secret> headers) throws IOException {
        HttpUriRequestBase request = request("POST", uri);
        request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        setHeaders(request, headers);
        headers.values().forEach(value -> redactor.register(Redactor.credential(value)));
        form.forEach((name, value) -> {
            if (!PUBLIC_PARAMETERS.contains(name)) {
                redactor.register(value);
            }
        });
        String body = form.entrySet().stream()
                .map(field ->
                        encoded(field.getKey()) + "=" + encoded(field.getValue().reveal()))
                .collect(Collectors.joining("&"));
        request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.US_ASCII), null));
        return answer(exchange(uri, request));
    }

    /** Sends any request; see {@link IssuerHttp#send}. */
    @Override
    public Received send(Request wanted) throws IOException {
        HttpUriRequestBase request = request(wanted.method(), wanted.uri());
        setHeaders(request, wanted.headers());
        Credential.Content content = wanted.content();
        if (content != null) {
            byte[] bytes = content.text().reveal().getBytes(StandardCharsets.UTF_8);
            request.setEntity(new ByteArrayEntity(bytes, null));
        }
        WireAnswer answer = exchange(wanted.uri(), request);
        return new Received(
                answer(answer),
                answer.headers().stream()
                        .map(header -> new Credential.Part(header.name(), new Secret(header.value())))
                        .toList());
    }

    /**
     * What a look at a server came to, at which nothing is asked for.
     *
     * @param certificate what it shows, trusted or not; null without TLS, and where it shows none
     * @param trouble why it cannot be spoken to, in one line; null where it can
     * @param handshake whether that is about TLS
     */
    public record Reached(
            @Nullable X509Certificate certificate, @Nullable String trouble, boolean handshake) {

        /** Whether a certificate is made out to a host; where none is shown it is to nobody. */
        public boolean isMadeOutTo(String host) {
            if (certificate == null) {
                return false;
            }
            try {
                new DefaultHostnameVerifier().verify(host, certificate);
                return true;
            } catch (SSLException e) {
                return false;
            }
        }
    }

    /** Connects to a server as requests do, and sends none. */
    public Reached reach(URI uri) {
        Route route = route();
        Failure failure = new Failure(
                new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort()).toString(), route.proxyHost(), settings);
        Handshake handshake = new Handshake(settings, deadlines);
        try {
            return new Reached(handshake.trusted(uri, route), null, false);
        } catch (Handshake.Refused e) {
            return new Reached(null, failure.tunnelRefused(e.status()).reason(), false);
        } catch (SSLException e) {
            return new Reached(
                    shown(handshake, uri, route), redacted(failure.reason(e).reason()), true);
        } catch (IOException e) {
            return new Reached(null, redacted(failure.reason(e).reason()), false);
        } catch (NotSendable e) {
            return new Reached(null, String.valueOf(e.getMessage()), false);
        }
    }

    private static @Nullable X509Certificate shown(Handshake handshake, URI uri, Route route) {
        if (route.proxyHost() != null) {
            // Nobody may hear a proxy's password who is not trusted.
            return null;
        }
        try {
            return handshake.untrusted(uri, route);
        } catch (IOException e) {
            // What is wrong was told already; only its reason stays less plain.
            return null;
        }
    }

    private static void setHeaders(HttpUriRequestBase request, Map<String, Secret> headers) throws IOException {
        for (Map.Entry<String, Secret> header : headers.entrySet()) {
            try {
                WireText.requireToken("a header's name", header.getKey());
                WireText.requireFieldValue(header.getKey(), header.getValue().reveal());
            } catch (NotSendable e) {
                throw notSent(String.valueOf(e.getMessage()));
            }
            request.setHeader(header.getKey(), header.getValue().reveal());
        }
    }

    private static HttpUriRequestBase request(String method, URI uri) throws IOException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https"))
                || uri.getHost() == null
                || uri.getRawUserInfo() != null) {
            throw notSent("the issuer's URL must begin with http:// or https://, name a host, and have no user"
                    + " info; nothing was sent");
        }
        HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
        request.setHeader("Accept", "application/json");
        request.setHeader("Accept-Encoding", "identity");
        return request;
    }

    private WireAnswer exchange(URI uri, HttpUriRequestBase request) throws IOException {
        HttpHost issuer = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
        Route route = route();
        Failure failure = new Failure(issuer.toString(), route.proxyHost(), settings);
        awaitTurn(uri.getHost());
        try (PooledRequest pooled = new PooledRequest(request, settings, deadlines, onTheWire -> {})) {
            try {
                // A new connection each time: a token may not be asked for twice because a kept one had ended.
                WireAnswer answer = pooled.run(
                        connections.afresh(route), issuer, response -> reader.read(response, request::abort));
                if (!pooled.isWritten()) {
                    throw new Unanswered(failure.tunnelRefused(answer.status()).reason(), Mover.GATEWAY);
                }
                return answer;
            } catch (Unanswered e) {
                throw e;
            } catch (IOException | IllegalStateException e) {
                Lost lost = pooled.reason(e, failure);
                throw new Unanswered(
                        redacted(lost.reason()),
                        lost.mover() == Mover.NETWORK ? Mover.IDENTITY_PROVIDER : lost.mover());
            } catch (NotSendable e) {
                throw notSent(String.valueOf(e.getMessage()));
            }
        }
    }

    private static Answer answer(WireAnswer answer) {
        return new Answer(
                answer.status(),
                mediaType(answer),
                answer.body().text(),
                field(answer, "Retry-After"),
                field(answer, "Location"));
    }

    private void awaitTurn(String host) throws IOException {
        try {
            settings.manners().rateLimit().await(host, 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notSent("the run was interrupted while a request waited for its turn");
        }
    }

    private static Unanswered notSent(String reason) {
        return new Unanswered(reason, Mover.SUITE);
    }

    private Route route() {
        RequestSpecification request = RestAssured.given();
        return Route.of(
                (FilterableRequestSpecification) (specification == null ? request : request.spec(specification)));
    }

    private static String mediaType(WireAnswer answer) {
        String type = field(answer, "Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String field(WireAnswer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }

    /** A malformed answer is quoted, and may repeat what was sent. */
    private String redacted(String reason) {
        return redactor.redact(reason).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Closes what is open. */
    @Override
    public void close() {
        deadlines.close();
        connections.close();
    }
}
