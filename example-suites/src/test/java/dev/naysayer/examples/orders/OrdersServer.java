package dev.naysayer.examples.orders;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.server.ConnectionFactory;
import wiremock.org.eclipse.jetty.server.DetectorConnectionFactory;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.HttpOutput;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.SslConnectionFactory;
import wiremock.org.eclipse.jetty.server.handler.ContextHandler;
import wiremock.org.eclipse.jetty.server.handler.HandlerCollection;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;
import wiremock.org.eclipse.jetty.util.Callback;

/**
 * WireMock's server without what an API has not: its administration, tunnels, and errors of its own.
 *
 * <p>Without this a stranger reads the stubs at {@code /__admin}, is given a tunnel by {@code CONNECT}, and makes a query or
 * a body that cannot be decoded a 500. And Jetty remembers a connection's headers without regard to case: after a token whose
 * case was exchanged it took the good one for that one, and refused it ({@code case-changed-token}, {@code control-after}).
 */
public final class OrdersServer extends Jetty11HttpServer {

    /** The header in which an API finds the port that a connection comes from; what a client sends in it is lost. */
    public static final String REMOTE_PORT = "Remote-Port";

    private final Refusal unreadable;

    private OrdersServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs, Refusal unreadable) {
        super(options, admin, stubs);
        this.unreadable = unreadable;
    }

    /** What makes such servers; one with TLS answers on the same port without it too. */
    public static HttpServerFactory answering(Refusal unreadable) {
        return (options, admin, stubs) -> new OrdersServer(options, admin, stubs, unreadable);
    }

    @Override
    protected Handler createHandler(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        Handler all = super.createHandler(options, admin, stubs);
        if (all instanceof HandlerCollection handlers) {
            for (Handler handler : handlers.getHandlers()) {
                if (handler instanceof ContextHandler context && "/__admin".equals(context.getContextPath())) {
                    handlers.removeHandler(handler);
                }
            }
        }
        return all;
    }

    @Override
    protected void finalizeSetup(Options options) {
        super.finalizeSetup(options);
        FrontDoor door = new FrontDoor();
        door.setHandler(jettyServer.getHandler());
        jettyServer.setHandler(door);
        Stream.of(jettyServer.getConnectors())
                .map(connector -> connector.getConnectionFactory(HttpConnectionFactory.class))
                .filter(Objects::nonNull)
                .forEach(http -> http.getHttpConfiguration().setHeaderCacheSize(0));
        if (httpsConnector != null) {
            detectTls();
        }
    }

    /** What is not TLS goes on to the protocol behind the detector. */
    private void detectTls() {
        ConnectionFactory tls = httpsConnector.getConnectionFactory(SslConnectionFactory.class);
        ConnectionFactory http = httpsConnector.getConnectionFactory(HttpConnectionFactory.class);
        List<ConnectionFactory> protocols = new ArrayList<>(httpsConnector.getConnectionFactories());
        protocols.remove(http);
        protocols.add(0, http);
        protocols.add(0, new DetectorConnectionFactory((ConnectionFactory.Detecting) tls));
        // By the order of the list HTTP/1.1 would now be preferred to HTTP/2.
        protocols.replaceAll(factory -> factory instanceof ALPNServerConnectionFactory
                ? new ALPNServerConnectionFactory("h2", "http/1.1")
                : factory);
        httpsConnector.setConnectionFactories(protocols);
    }

    /** Over HTTP/2 Jetty sends the content of an answer to HEAD, too, and clients close such a stream as broken. */
    private record WithoutContent(HttpOutput.Interceptor next) implements HttpOutput.Interceptor {

        @Override
        public void write(ByteBuffer content, boolean last, Callback callback) {
            next.write(ByteBuffer.allocate(0), last, callback);
        }

        @Override
        public HttpOutput.Interceptor getNextInterceptor() {
            return next;
        }
    }

    /** It is set up before this server is: what it needs of it, it asks for with each request. */
    private final class FrontDoor extends HandlerWrapper {

        @Override
        public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
                throws IOException {
            if (request.getMethod().equals("CONNECT")) {
                refuse(request, response);
                return;
            }
            request.setHttpFields(HttpFields.build(request.getHttpFields())
                    .put(REMOTE_PORT, String.valueOf(request.getRemotePort())));
            if (request.getMethod().equals("HEAD")) {
                HttpOutput out = request.getResponse().getHttpOutput();
                out.setInterceptor(new WithoutContent(out.getInterceptor()));
            }
            try {
                super.handle(target, request, servlet, response);
            } catch (ServletException | IOException | RuntimeException e) {
                // The gate answers what goes wrong inside of it; what comes here WireMock could not decode.
                refuse(request, response);
            }
        }

        private void refuse(Request request, HttpServletResponse response) throws IOException {
            request.setHandled(true);
            response.reset();
            response.setStatus(unreadable.status());
            unreadable.headers().forEach(response::setHeader);
            response.getOutputStream().write(unreadable.body().getBytes(StandardCharsets.UTF_8));
        }
    }
}
