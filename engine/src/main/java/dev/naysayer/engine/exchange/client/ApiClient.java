package dev.naysayer.engine.exchange.client;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Template;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.RequestForm;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.FilledBody;
import dev.naysayer.engine.exchange.FilledRequest;
import dev.naysayer.engine.exchange.RateLimit;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.exchange.redaction.ScreenedLog;
import dev.naysayer.engine.exchange.redaction.UserFields;
import dev.naysayer.engine.exchange.wire.Attempt;
import dev.naysayer.engine.exchange.wire.Draft;
import dev.naysayer.engine.exchange.wire.Lost;
import dev.naysayer.engine.exchange.wire.NotSendable;
import dev.naysayer.engine.exchange.wire.QueryParameters;
import dev.naysayer.engine.exchange.wire.TargetUri;
import dev.naysayer.engine.exchange.wire.WireText;
import dev.naysayer.engine.mover.Mover;
import io.restassured.RestAssured;
import io.restassured.authentication.AuthenticationScheme;
import io.restassured.authentication.ExplicitNoAuthScheme;
import io.restassured.authentication.NoAuthScheme;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.Filter;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.ProxySpecification;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends an operation with a credential, and returns what really went over the wire and back.
 *
 * <p>One client serves a whole run and may be used from many threads; its connections are pooled, except those on
 * which a verbatim credential is sent. It follows no redirect, keeps no cookie and answers no challenge, so one call is one request;
 * two only where a kept connection ended before any answer, and sending once more can change nothing. The exchange says so then.
 */
public final class ApiClient implements AutoCloseable {

    private final TargetUri target;
    private final List<Filter> filters;
    private final @Nullable RequestSpecification specification;
    private final Specified specified;
    private final Redactor redactor;
    private final UserFields users;
    private final Transport transport;
    private final RateLimit rateLimit;
    private final Function<Template.Fresh, String> fresh;
    private final LongSupplier nanoTime;
    private final LongAdder sent = new LongAdder();

    /** Shows none of the user's own fields, makes nothing anew and measures no time; see the other constructor. */
    public ApiClient(
            String baseUrl,
            TransportSettings settings,
            List<Filter> filters,
            @Nullable RequestSpecification specification,
            Redactor redactor) {
        this(baseUrl, settings, filters, specification, redactor, Set.of(), Template.Fresh::name, () -> 0);
    }

    /**
     * @param baseUrl begins with {@code http://} or {@code https://}; each operation's path is put behind it
     * @param filters the user's, in their order; they run before the request is sent and see the answer
     * @param specification the user's headers, proxy, trust and key stores, or null
     * @param redactor learns each credential's secrets as it is sent, and those that the user's code adds
     * @param shown names of the user's own headers, cookies and query parameters that hold no secret
     * @param fresh what is made anew for each request
     * @param nanoTime a clock that only goes forward, in nanoseconds: how long answers take
     * @throws IllegalArgumentException when the base URL is none, or has user info, a query or a fragment
     */
    public ApiClient(
            String baseUrl,
            TransportSettings settings,
            List<Filter> filters,
            @Nullable RequestSpecification specification,
            Redactor redactor,
            Set<String> shown,
            Function<Template.Fresh, String> fresh,
            LongSupplier nanoTime) {
        this.target = new TargetUri(baseUrl);
        this.filters = List.copyOf(filters);
        this.specification = specification;
        this.specified = new Specified(this.filters, specification);
        this.redactor = redactor;
        this.fresh = fresh;
        this.nanoTime = nanoTime;
        this.users = UserFields.showing(shown, redactor);
        this.transport = new Transport(settings);
        this.rateLimit = settings.manners().rateLimit();
    }

    /** Sends one request; every trouble is an exchange too, so this throws nothing. */
    public Exchange send(Operation operation, Credential presented) {
        FilledRequest known = FilledRequest.of(operation, fresh);
        try {
            return send(operation, presented, known.renewed());
        } catch (Template.NotGiven e) {
            Attempt attempt = new Attempt(
                    operation, target.template(operation), presented, redactor, users.beside(known), known, nanoTime);
            var unused = attempt.failed(new Lost(Mover.SUITE, "%s; nothing was sent".formatted(e.getMessage())));
            return attempt.exchange(null);
        }
    }

    private Exchange send(Operation operation, Credential presented, FilledRequest suite) {
        Credential credential = typed(presented, operation).formed(form(suite.body()));
        boolean noTls = credential.protocol() == Credential.Protocol.WITHOUT_TLS;
        UserFields beside = users.beside(suite);
        Attempt attempt =
                new Attempt(operation, target.template(operation), credential, redactor, beside, suite, nanoTime);
        if (noTls && !target.asksForTls()) {
            var unused = attempt.notApplicable("the base URL does not ask for TLS");
            return attempt.exchange(null);
        }
        return send(operation, suite, beside, credential, noTls ? target.withoutTls() : target, attempt);
    }

    /** An empty one where the operation has no body; null where it sends something else, so that no form can be changed. */
    private static @Nullable RequestForm form(@Nullable FilledBody body) {
        if (body == null) {
            return RequestForm.EMPTY;
        }
        return RequestBody.isForm(body.mediaType()) && body.isText()
                ? RequestForm.read((String) body.content(), body.shown())
                : null;
    }

    /** JSON in the place of the operation's JSON is of its media type: an API may look at that first. */
    private static Credential typed(Credential credential, Operation operation) {
        Credential.Content content = credential.content();
        RequestBody body = operation.body();
        return content == null || body == null || body.mediaType() == null || !(content.isJson() && body.isJson())
                ? credential
                : credential.withContent(new Credential.Content(body.mediaType(), content.text()));
    }

    private Exchange send(
            Operation operation,
            FilledRequest suite,
            UserFields beside,
            Credential credential,
            TargetUri where,
            Attempt attempt) {
        List<Filter> involved = filters;
        try {
            WireText.requireToken("the method", operation.method());
            givenToRestAssured(credential).forEach(field -> {
                WireText.requireToken("a header's name", field.name());
                WireText.requireFieldValue(field.name(), field.value().reveal());
            });
            String path = where.of(operation);
            Draft added = specified.draft();
            if (added != null) {
                return send(added.with(operation, suite, credential), path, where, credential, attempt);
            }
            FilterableRequestSpecification request = specification(suite, credential);
            attempt.adding(Draft.of(request, operation.method(), suite));
            String uri = QueryParameters.moved(path, request, operation.method(), credential);
            involved = List.copyOf(request.getDefinedFilters());
            screenLogs(request, involved, beside);
            SendingFilter last = new SendingFilter(transport, uri, credential, attempt, suite);
            request.filter(last.first()).filter(last);
            awaitTurn(where, 1 + credential.before().size(), attempt);
            request.request(operation.method(), uri.endsWith("?") ? uri.substring(0, uri.length() - 1) : uri);
            return attempt.exchange(null);
        } catch (NotSendable e) {
            return attempt.unsendable(String.valueOf(e.getMessage()));
        } catch (Exception | AssertionError e) {
            return attempt.exchange(Trouble.words(e, involved));
        }
    }

    private Exchange send(Draft draft, String path, TargetUri where, Credential credential, Attempt attempt) {
        hideProxyPassword(draft.route().proxy());
        attempt.adding(draft);
        awaitTurn(where, 1 + credential.before().size(), attempt);
        String uri = QueryParameters.with(path, draft, credential);
        transport.send(draft.withoutQuery(), uri, credential, attempt);
        return attempt.exchange(null);
    }

    /** Before anything of the request is under way, so that no time-out runs meanwhile. */
    private void awaitTurn(TargetUri where, int requests, Attempt attempt) {
        try {
            rateLimit.await(where.host(), requests);
            sent.add(requests);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw attempt.failed(new Lost(
                    Mover.SUITE, "the run was interrupted while a request waited for its turn; nothing was sent"));
        }
    }

    /**
     * Problem: REST Assured's logging filters take what they leave out when they are made, and then print every credential. Choice:
     * they are shown the request and the answer as a report shows them; other filters see both as they are.
     */
    private void screenLogs(FilterableRequestSpecification request, List<Filter> defined, UserFields fields) {
        request.config(request.getConfig()
                .logConfig(request.getConfig().getLogConfig().blacklistHeaders(fields.notForLogs(request))));
        if (defined.stream().anyMatch(ScreenedLog::isLog)) {
            request.noFilters();
            defined.forEach(filter ->
                    request.filter(ScreenedLog.isLog(filter) ? new ScreenedLog(filter, redactor, fields) : filter));
        }
    }

    private FilterableRequestSpecification specification(FilledRequest suite, Credential credential) {
        FilterableRequestSpecification request = (FilterableRequestSpecification) RestAssured.given();
        if (specification != null) {
            request.spec(specification);
        }
        request.filters(filters);
        refuseAuthentication(request.getAuthenticationScheme());
        hideProxyPassword(request.getProxySpecification());
        request.auth().none().disableCsrf().urlEncodingEnabled(false).config(withoutCharset(request.getConfig()));
        addFields(request, suite);
        if (!request.getHeaders().hasHeaderWithName(RequestFields.ACCEPT)) {
            request.header(RequestFields.ACCEPT, Draft.ACCEPT);
        }
        addBody(request, suite.body(), credential.content());
        givenToRestAssured(credential).forEach(field -> {
            request.removeHeader(field.name());
            request.header(field.name(), field.value().reveal());
        });
        return request;
    }

    /** What the suite says goes before what the specification does. */
    private static void addFields(FilterableRequestSpecification request, FilledRequest suite) {
        suite.headers().forEach(field -> {
            request.removeHeader(field.name());
            request.header(field.name(), field.value().reveal());
        });
        suite.query().forEach(field -> {
            request.removeQueryParam(field.name());
            request.queryParam(field.name(), field.value().reveal());
        });
    }

    /** REST Assured would mend what is to be sent verbatim, so it is not told of it. */
    private static List<Credential.Part> givenToRestAssured(Credential credential) {
        return credential.verbatim() ? List.of() : credential.fields();
    }

    private static void addBody(
            RequestSpecification request, @Nullable FilledBody body, Credential.@Nullable Content content) {
        if (content != null) {
            request.contentType(content.mediaType()).body(content.text().reveal());
            return;
        }
        boolean typed = ((FilterableRequestSpecification) request).getHeaders().hasHeaderWithName("Content-Type");
        if (body != null && body.isText()) {
            request.body((String) body.content());
        } else if (body != null) {
            request.body((byte[]) body.content());
        }
        if (body != null && (body.mediaType() != null || !typed)) {
            request.contentType(Objects.requireNonNullElse(body.mediaType(), RequestBody.JSON));
        } else if (!typed) {
            // REST Assured would call an empty POST a form.
            request.noContentType();
        }
    }

    /** The credential of the case must be the only one, or the case would not test what its name says. */
    private static void refuseAuthentication(@Nullable AuthenticationScheme scheme) {
        if (scheme != null && !(scheme instanceof NoAuthScheme) && !(scheme instanceof ExplicitNoAuthScheme)) {
            throw new NotSendable("the RequestSpecification carries authentication ("
                    + scheme.getClass().getSimpleName() + "); remove it, the suite says which credential is sent");
        }
    }

    private void hideProxyPassword(@Nullable ProxySpecification proxy) {
        if (proxy != null && proxy.getPassword() != null) {
            redactor.register(new Secret(proxy.getPassword()));
        }
    }

    private static RestAssuredConfig withoutCharset(@Nullable RestAssuredConfig config) {
        RestAssuredConfig known = config == null ? RestAssuredConfig.config() : config;
        EncoderConfig encoder = known.getEncoderConfig();
        return known.encoderConfig(encoder.appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    /** How many requests it has sent, or tried to send. */
    public int sent() {
        return sent.intValue();
    }

    /** Closes the pooled connections. */
    @Override
    public void close() {
        transport.close();
    }
}
