package dev.naysayer.engine.exchange.redaction;

import dev.naysayer.engine.exchange.Header;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of REST Assured's own logging filters, which is shown request and answer without secrets; what is sent stays as it is. */
public final class ScreenedLog implements OrderedFilter {

    private final Filter log;
    private final Redactor redactor;
    private final UserFields users;

    public ScreenedLog(Filter log, Redactor redactor, UserFields users) {
        this.log = log;
        this.redactor = redactor;
        this.users = users;
    }

    public static boolean isLog(Filter filter) {
        Class<?> type = filter.getClass();
        while (type != null && !type.getName().startsWith("io.restassured.filter.log.")) {
            type = type.getSuperclass();
        }
        return type != null;
    }

    @Override
    public int getOrder() {
        return log instanceof OrderedFilter ordered ? ordered.getOrder() : DEFAULT_PRECEDENCE;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification expectations,
            FilterContext context) {
        Response[] answer = new Response[1];
        FilterContext goingOn = (FilterContext) Proxy.newProxyInstance(
                ScreenedLog.class.getClassLoader(),
                new Class<?>[] {FilterContext.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("next")) {
                        return asked(context, method, arguments);
                    }
                    answer[0] = context.next(request, expectations);
                    return screened(answer[0]);
                });
        log.filter(screened(request), expectations, goingOn);
        return answer[0];
    }

    private Response screened(Response answer) {
        Headers headers = new Headers(answer.getHeaders().asList().stream()
                .map(header -> redactor.redactReceived(new Header(header.getName(), header.getValue())))
                .map(header -> new io.restassured.http.Header(header.name(), header.value()))
                .toList());
        return new ResponseBuilder()
                .clone(answer)
                .setHeaders(headers)
                .setBody(redactor.redact(answer.asByteArray()))
                .build();
    }

    /** The same request to whoever asks it, with secrets replaced in every answer. */
    private FilterableRequestSpecification screened(FilterableRequestSpecification request) {
        return (FilterableRequestSpecification) Proxy.newProxyInstance(
                ScreenedLog.class.getClassLoader(),
                new Class<?>[] {FilterableRequestSpecification.class},
                (proxy, method, arguments) -> screened(method.getName(), asked(request, method, arguments)));
    }

    private static @Nullable Object asked(Object of, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(of, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private @Nullable Object screened(String method, @Nullable Object said) {
        if (said instanceof String text) {
            return redactor.redact(text);
        }
        if (said instanceof byte[] bytes) {
            return redactor.redact(bytes);
        }
        if (said instanceof Headers headers) {
            return new Headers(headers.asList().stream().map(this::screened).toList());
        }
        if (said instanceof Cookies cookies) {
            return new Cookies(cookies.asList().stream().map(this::screened).toList());
        }
        return method.endsWith("Params") && said instanceof Map<?, ?> parameters ? screened(parameters) : said;
    }

    private io.restassured.http.Header screened(io.restassured.http.Header header) {
        String value = users.ofSuite(new Header(header.getName(), header.getValue()))
                .map(redactor::redact)
                .orElseGet(() -> users.isShown(header.getName()) ? redactor.redact(header.getValue()) : Redactor.MARK);
        return new io.restassured.http.Header(header.getName(), value);
    }

    private Cookie screened(Cookie cookie) {
        String value = users.isShown(cookie.getName()) ? redactor.redact(cookie.getValue()) : Redactor.MARK;
        return new Cookie.Builder(cookie.getName(), value).build();
    }

    private Map<String, Object> screened(Map<?, ?> parameters) {
        Map<String, Object> screened = new LinkedHashMap<>();
        parameters.forEach((name, value) -> screened.put(
                String.valueOf(name),
                users.isShown(String.valueOf(name)) && !(value instanceof Collection<?>)
                        ? redactor.redact(String.valueOf(value))
                        : Redactor.MARK));
        return screened;
    }
}
