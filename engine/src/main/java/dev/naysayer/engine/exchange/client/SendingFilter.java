package dev.naysayer.engine.exchange.client;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.FilledFields;
import dev.naysayer.engine.exchange.wire.Attempt;
import dev.naysayer.engine.exchange.wire.Draft;
import dev.naysayer.engine.exchange.wire.NotSendable;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
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
    private final FilledFields suite;
    private @Nullable String path;
    private @Nullable String host;

    SendingFilter(Transport transport, String uri, Credential credential, Attempt attempt, FilledFields suite) {
        this.transport = transport;
        this.uri = uri;
        this.credential = credential;
        this.attempt = attempt;
        this.suite = suite;
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
        Draft draft = Draft.of(specification, specification.getMethod(), suite);
        attempt.adding(draft);
        return transport.send(draft, uri, credential, attempt).toRestAssured();
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
