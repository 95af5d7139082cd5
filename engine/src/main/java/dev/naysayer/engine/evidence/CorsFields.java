package dev.naysayer.engine.evidence;

import dev.naysayer.dsl.HttpToken;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields by which a browser says what a page asks for (Fetch, HTTP requests), and those by which an answer tells it what pages may do
 * (Fetch, HTTP responses), as a browser reads them.
 */
public final class CorsFields {

    public static final String ORIGIN = "Origin";
    public static final String REQUEST_METHOD = "Access-Control-Request-Method";
    public static final String REQUEST_HEADERS = "Access-Control-Request-Headers";

    public static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    public static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
    public static final String ALLOW_METHODS = "Access-Control-Allow-Methods";
    public static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";
    public static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";

    /** The origin of pages whose origin a browser does not tell (Fetch, {@code Origin} header). */
    public static final String NULL = "null";

    private CorsFields() {}

    /** All lines of a field as one; null where there is none. */
    public static @Nullable String value(Response answer, String name) {
        return Header.value(answer.headers(), name);
    }

    /** The word is {@code true}, in lower case. */
    public static boolean allowCredentials(Response answer) {
        return "true".equals(value(answer, ALLOW_CREDENTIALS));
    }

    /** The words of a list; none where the field is absent, null where it is no list of tokens. */
    static @Nullable List<String> list(Response answer, String name) {
        List<String> words = answer.headers(name).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        return words.stream().allMatch(HttpToken::is) ? words : null;
    }
}
