package dev.naysayer.engine.exchange.client;

import dev.naysayer.engine.exchange.FilledFields;
import dev.naysayer.engine.exchange.wire.Draft;
import dev.naysayer.engine.exchange.wire.Route;
import io.restassured.RestAssured;
import io.restassured.authentication.NoAuthScheme;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.Filter;
import io.restassured.http.Cookies;
import io.restassured.http.Headers;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.ProxySpecification;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each request of a run has from the user's specification.
 *
 * <p>Problem: to have REST Assured build a request costs more than all else that is done for a case, and starts Groovy. Choice: what
 * the specification adds is read once, and again where it has changed. Where more than that has a say in a request, a filter or
 * what is set for all of REST Assured, there is no such draft, and REST Assured builds each.
 */
final class Specified {

    private static final Draft NOTHING = new Draft(
            "GET", List.of(), List.of(), Map.of(), Map.of(), false, false, null, Route.DIRECT, FilledFields.NONE);

    private final List<Filter> filters;
    private final @Nullable RequestSpecification specification;
    private @Nullable Known known;

    Specified(List<Filter> filters, @Nullable RequestSpecification specification) {
        this.filters = filters;
        this.specification = specification;
    }

    /** What is added to each request; null where REST Assured has to build them. */
    synchronized @Nullable Draft draft() {
        if (!filters.isEmpty() || !isUntouched()) {
            return null;
        }
        if (specification == null) {
            return NOTHING;
        }
        if (!(specification instanceof FilterableRequestSpecification readable)) {
            return null;
        }
        State now = State.of(readable);
        if (known == null || !known.state().isSame(now)) {
            known = new Known(now, read((FilterableRequestSpecification)
                    RestAssured.given().spec(specification)));
        }
        return known.draft();
    }

    /** Whether nobody set anything for all requests that REST Assured builds. */
    private static boolean isUntouched() {
        RestAssuredConfig config = RestAssured.config;
        return RestAssured.filters().isEmpty()
                && RestAssured.requestSpecification == null
                && RestAssured.responseSpecification == null
                && RestAssured.authentication instanceof NoAuthScheme
                && RestAssured.proxy == null
                && RestAssured.sessionId == null
                && config != null
                && !config.isUserConfigured();
    }

    private static @Nullable Draft read(FilterableRequestSpecification request) {
        boolean authenticates = !(request.getAuthenticationScheme() instanceof NoAuthScheme);
        // It takes Authorization out, too.
        request.auth().none();
        Draft draft = Draft.of(request, "GET", FilledFields.NONE);
        boolean more = authenticates
                || !request.getDefinedFilters().isEmpty()
                || !request.getPathParams().isEmpty()
                // Said what to do with headers of one name, REST Assured forgets what it does with Content-Type else.
                || request.getConfig().getHeaderConfig().isUserConfigured()
                || draft.isForm()
                || draft.isMultipart()
                || draft.body() != null;
        return more ? null : draft;
    }

    private record Known(State state, @Nullable Draft draft) {}

    /** What of a specification goes into requests; its parts are replaced and not changed, but for the maps. */
    private record State(
            @Nullable Headers headers,
            @Nullable Cookies cookies,
            Map<String, ?> parameters,
            Map<String, ?> query,
            Map<String, ?> form,
            Map<String, ?> path,
            List<?> multipart,
            List<Filter> filters,
            @Nullable Object body,
            @Nullable Object authentication,
            @Nullable ProxySpecification proxy,
            @Nullable RestAssuredConfig config) {

        static State of(FilterableRequestSpecification it) {
            return new State(
                    it.getHeaders(),
                    it.getCookies(),
                    new HashMap<>(it.getRequestParams()),
                    new HashMap<>(it.getQueryParams()),
                    new HashMap<>(it.getFormParams()),
                    new HashMap<>(it.getPathParams()),
                    List.copyOf(it.getMultiPartParams()),
                    List.copyOf(it.getDefinedFilters()),
                    it.getBody(),
                    it.getAuthenticationScheme(),
                    it.getProxySpecification(),
                    it.getConfig());
        }

        boolean isSame(State other) {
            return headers == other.headers
                    && cookies == other.cookies
                    && body == other.body
                    && authentication == other.authentication
                    && config == other.config
                    && equals(other);
        }
    }
}
