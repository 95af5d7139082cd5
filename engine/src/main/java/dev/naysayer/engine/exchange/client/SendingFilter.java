package dev.naysayer.engine.exchange.client;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.verbatim.VerbatimRequest;
import dev.naysayer.engine.exchange.wire.Attempt;
import dev.naysayer.engine.exchange.wire.NotSendable;
import dev.naysayer.engine.exchange.wire.Route;
import dev.naysayer.engine.exchange.wire.WireAnswer;
import dev.naysayer.engine.exchange.wire.WireRequest;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last filter: sends what all others agreed on, and never calls the next.
 *
 * <p>REST Assured's own HTTP opens a connection for each request and rewrites line breaks in headers; a filter that answers
 * is its documented way to replace it.
 */
final class SendingFilter implements OrderedFilter {

    private final Transport transport;
    private final String uri;
    private final Credential credential;
    private final Attempt attempt;
    private @Nullable String path;
    private @Nullable String host;

    SendingFilter(Transport transport, String uri, Credential credential, Attempt attempt) {
        this.transport = transport;
        this.uri = uri;
        this.credential = credential;
        this.attempt = attempt;
    }

    /** Equal orders keep the order in which filters were added, and this one is added last. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification specification,
            FilterableResponseSpecification expectations,
            FilterContext context) {
        if (!Objects.equals(path, specification.getUserDefinedPath())) {
            throw new NotSendable("a filter changes the path; the suite says which operation is called");
        }
        if (!Objects.equals(host, specification.getBaseUri())) {
            throw new NotSendable("a filter changes the host; the base URL says where a credential goes");
        }
        attempt.adding(specification, specification.getMethod());
        Route route = Route.of(specification);
        if (credential.protocol() == Credential.Protocol.HTTP_2) {
            return transport
                    .overHttp2()
                    .send(WireRequest.from(specification, uri, credential, transport.userAgent()), route, attempt)
                    .toRestAssured();
        }
        // Only a connection of its own shows what a server writes behind the head, and keeps it from the next answer.
        boolean alone = credential.verbatim() || specification.getMethod().equals("HEAD");
        return (alone ? sendVerbatim(specification, route) : send(specification, route)).toRestAssured();
    }

    private WireAnswer send(FilterableRequestSpecification specification, Route route) {
        return transport.send(WireRequest.from(specification, uri, credential, transport.userAgent()), route, attempt);
    }

    private WireAnswer sendVerbatim(FilterableRequestSpecification specification, Route route) {
        if (credential.protocol() == Credential.Protocol.WITHOUT_TLS && route.proxyHost() != null) {
            throw attempt.notApplicable("through a proxy nobody can tell who would answer without TLS");
        }
        List<VerbatimRequest> requests =
                VerbatimRequest.sequence(specification, uri, credential.sentVerbatim(), route, transport.userAgent());
        return transport.verbatim().send(requests, URI.create(uri), route, attempt);
    }

    /** The first filter, which remembers the path before any other can change it. */
    OrderedFilter first() {
        return new OrderedFilter() {
            @Override
            public int getOrder() {
                return HIGHEST_PRECEDENCE;
            }

            @Override
            public Response filter(
                    FilterableRequestSpecification specification,
                    FilterableResponseSpecification expectations,
                    FilterContext context) {
                path = specification.getUserDefinedPath();
                host = specification.getBaseUri();
                return context.next(specification, expectations);
            }
        };
    }
}
