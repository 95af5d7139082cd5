package dev.naysayer.reports.browser;

import com.sun.net.httpserver.HttpExchange;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Response;
import java.io.IOException;
import java.util.List;

/** How an API answers a page: the status, and the lines of the head. */
record AnswerStyle(int status, List<String> lines) {

    /** Stands for the page's own origin, whose port is known when its server runs. */
    static final String OWN = "OWN";

    static AnswerStyle of(int status, String... lines) {
        return new AnswerStyle(status, List.of(lines));
    }

    /** As our rules see it. */
    Response response(String origin) {
        List<Header> headers = lines.stream()
                .map(line -> line.replace(OWN, origin).split(": ", 2))
                .map(line -> new Header(line[0], line[1]))
                .toList();
        return new Response(status, headers, new Body(new byte[0], false), List.of());
    }

    /** As a browser sees it. */
    void send(HttpExchange exchange, String origin) throws IOException {
        response(origin)
                .headers()
                .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
        exchange.sendResponseHeaders(status, -1);
    }
}
