package dev.naysayer.examples.orders;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.ContextHandler;
import wiremock.org.eclipse.jetty.server.handler.HandlerCollection;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * WireMock's server without what an API has not: its administration, tunnels, and errors of its own.
 *
 * <p>Without this a stranger reads the stubs at {@code /__admin}, is given a tunnel by {@code CONNECT}, and makes a query or
 * a body that cannot be decoded a 500. And Jetty remembers a connection's headers without regard to case: after a token whose
 * case was exchanged it took the good one for that one, and refused it ({@code case-changed-token}, {@code control-after}).
 */
final class OrdersServer extends Jetty11HttpServer {

    OrdersServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        super(options, admin, stubs);
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
    }

    private static final class FrontDoor extends HandlerWrapper {

        @Override
        public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
                throws IOException {
            if (request.getMethod().equals("CONNECT")) {
                refuse(request, response);
                return;
            }
            try {
                super.handle(target, request, servlet, response);
            } catch (ServletException | IOException | RuntimeException e) {
                // The gate answers what goes wrong inside of it; what comes here WireMock could not decode.
                refuse(request, response);
            }
        }

        private static void refuse(Request request, HttpServletResponse response) throws IOException {
            Refusal refusal = Refusals.unreadable();
            request.setHandled(true);
            response.reset();
            response.setStatus(refusal.status());
            refusal.headers().forEach(response::setHeader);
            response.getOutputStream().write(refusal.body().getBytes(StandardCharsets.UTF_8));
        }
    }
}
