package dev.naysayer.engine.exchange.wire;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import io.restassured.builder.ResponseBuilder;
import java.util.List;

/** What came back, not redacted yet: for the user's filters, and for {@link Attempt} to redact. */
public record WireAnswer(int status, String statusLine, List<Header> headers, Body body) {

    /** The same answer for filters, which see every header line and the bytes. */
    public io.restassured.response.Response toRestAssured() {
        ResponseBuilder builder = new ResponseBuilder()
                .setStatusCode(status)
                .setStatusLine(statusLine)
                .setHeaders(new io.restassured.http.Headers(headers.stream()
                        .map(header -> new io.restassured.http.Header(header.name(), header.value()))
                        .toList()))
                .setBody(body.bytes());
        headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .findFirst()
                .ifPresent(header -> builder.setContentType(header.value()));
        return builder.build();
    }
}
