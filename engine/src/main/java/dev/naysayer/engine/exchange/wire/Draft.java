package dev.naysayer.engine.exchange.wire;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.FilledFields;
import dev.naysayer.engine.exchange.Header;
import io.restassured.specification.FilterableRequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request before it is written: what the user's specification, the operation and the credential make of it together.
 *
 * @param headers the fields in their order
 * @param cookies name and value of each
 * @param parameters those that are a query, but of a POST a form; REST Assured's maps promise String values, but hold lists and
 *     markers too
 * @param query the query parameters
 * @param isForm whether there are form parameters
 * @param isMultipart whether there is multipart content
 * @param body a String or bytes, or what cannot be sent; null for none
 * @param suite what of it the suite adds, for this request
 */
public record Draft(
        String method,
        List<Header> headers,
        List<Header> cookies,
        Map<String, Object> parameters,
        Map<String, Object> query,
        boolean isForm,
        boolean isMultipart,
        @Nullable Object body,
        Route route,
        FilledFields suite) {

    public static final String ACCEPT = "application/json, application/problem+json";

    /** What it holds by now. */
    public static Draft of(FilterableRequestSpecification request, String method, FilledFields suite) {
        return new Draft(
                method,
                request.getHeaders().asList().stream()
                        .map(it -> header(it.getName(), it.getValue()))
                        .toList(),
                request.getCookies().asList().stream()
                        .map(it -> header(it.getName(), it.getValue()))
                        .toList(),
                new LinkedHashMap<>(request.getRequestParams()),
                new LinkedHashMap<>(request.getQueryParams()),
                !request.getFormParams().isEmpty(),
                !request.getMultiPartParams().isEmpty(),
                request.getBody(),
                Route.of(request),
                suite);
    }

    private static Header header(String name, @Nullable String value) {
        return new Header(name, value == null ? "" : value);
    }

    /** Those that are sent as a query. */
    public Map<String, Object> addedToQuery() {
        Map<String, Object> added = new LinkedHashMap<>();
        if (!method.equals("POST")) {
            added.putAll(parameters);
        }
        added.putAll(query);
        return added;
    }

    /** The same once its query stands in the URI. */
    public Draft withoutQuery() {
        return new Draft(
                method,
                headers,
                cookies,
                method.equals("POST") ? parameters : Map.of(),
                Map.of(),
                isForm,
                isMultipart,
                body,
                route,
                suite);
    }

    /** The same for a further request, with what is made anew for each. */
    public Draft again() {
        FilledFields anew = suite.again();
        return new Draft(
                method,
                suite.renewed(headers, anew),
                cookies,
                parameters,
                query,
                isForm,
                isMultipart,
                body,
                route,
                anew);
    }

    /** The same for an operation and a credential, as REST Assured would have it; what the suite says goes before. */
    public Draft with(Operation operation, FilledFields ofSuite, Credential credential) {
        List<Header> fields = new ArrayList<>(headers);
        for (FilledFields.Filled field : ofSuite.headers()) {
            remove(fields, field.name());
            fields.add(new Header(field.name(), field.value().reveal()));
        }
        if (isMissing(fields, RequestFields.ACCEPT)) {
            fields.add(new Header(RequestFields.ACCEPT, ACCEPT));
        }
        Map<String, Object> asked = new LinkedHashMap<>(query);
        ofSuite.query().forEach(field -> asked.put(field.name(), field.value().reveal()));
        Credential.Content content = credential.content();
        Object sent = content == null ? operation.body() : content.text().reveal();
        if (!credential.verbatim()) {
            credential.fields().forEach(field -> {
                remove(fields, field.name());
                fields.add(new Header(field.name(), field.value().reveal()));
            });
        }
        String type = content != null
                ? content.mediaType()
                : fields.stream()
                        .filter(field -> field.name().equalsIgnoreCase("Content-Type"))
                        .map(Header::value)
                        .findFirst()
                        .orElse(sent == null ? null : "application/json");
        if (type != null) {
            // REST Assured has it behind all others, wherever it was set.
            remove(fields, "Content-Type");
            fields.add(new Header("Content-Type", type));
        }
        return new Draft(
                operation.method().toUpperCase(Locale.ROOT),
                List.copyOf(fields),
                cookies,
                parameters,
                asked,
                isForm,
                isMultipart,
                sent,
                route,
                ofSuite);
    }

    private static boolean isMissing(List<Header> fields, String name) {
        return fields.stream().noneMatch(field -> field.name().equalsIgnoreCase(name));
    }

    private static void remove(List<Header> fields, String name) {
        fields.removeIf(field -> field.name().equalsIgnoreCase(name));
    }
}
