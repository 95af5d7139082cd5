package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CORS protocol, step by step as Fetch has it; a real browser confirms whole exchanges in the tests of reports. */
class PageRequestTest {

    private static final String ORIGIN = "https://app.example";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    GET    |                          | -                                 | -
                    HEAD   |                          | -                                 | -
                    POST   |                          | text/plain; charset=utf-8         | -
                    POST   |                          | Application/X-WWW-Form-Urlencoded | -
                    POST   | Accept Content-Language  | multipart/form-data; boundary=x   | -
                    POST   |                          | multipart/form-data; boundary="x" | content-type
                    POST   |                          | application/json                  | content-type
                    GET    | Range                    | -                                 | -
                    GET    | Authorization            | -                                 | authorization
                    GET    | X-API-Key X-Tenant       | -                                 | x-api-key,x-tenant
                    POST   | X-B Authorization X-b    | application/json                  | authorization,content-type,x-b
                    GET    | Cookie Origin Sec-Fetch-Mode Proxy-X Host | -                | -
                    DELETE |                          | -                                 | ''
                    """)
    void a_browser_asks_first_where_method_or_headers_are_not_ordinary(
            String method, String headers, String mediaType, String asked) {
        PageRequest page = PageRequest.of(
                ORIGIN, method, headers == null ? List.of() : List.of(headers.split(" ")), mediaType, false);

        assertThat(page.needsPreflight()).isEqualTo(asked != null);
        assertThat(page.asked()).isEqualTo(asked == null ? "" : asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    -                                       | -     | false | NOT_ALLOWED
                    ''                                      | -     | false | OTHER_ORIGIN
                    *                                       | -     | false | -
                    https://app.example                     | -     | false | -
                    https://app.example/                    | -     | false | OTHER_ORIGIN
                    HTTPS://APP.EXAMPLE                     | -     | false | OTHER_ORIGIN
                    https://app.example:443                 | -     | false | OTHER_ORIGIN
                    https://app.example, https://b.example  | -     | false | OTHER_ORIGIN
                    *, https://app.example                  | -     | false | OTHER_ORIGIN
                    null                                    | -     | false | OTHER_ORIGIN
                    *                                       | true  | true  | ANY_WITH_CREDENTIALS
                    https://app.example                     | true  | true  | -
                    https://app.example                     | True  | true  | CREDENTIALS_NOT_ALLOWED
                    https://app.example                     | -     | true  | CREDENTIALS_NOT_ALLOWED
                    https://b.example                       | true  | true  | OTHER_ORIGIN
                    """)
    void the_answer_has_to_name_the_origin_and_allow_what_is_included(
            String allowed, String credentials, boolean include, PageRequest.Fault fault) {
        Stream<Header> fields = Stream.concat(
                allowed == null ? Stream.empty() : Stream.of(new Header("access-control-allow-origin", allowed)),
                credentials == null
                        ? Stream.empty()
                        : Stream.of(new Header("Access-Control-Allow-Credentials", credentials)));

        assertThat(page("GET", include).fault(answer(401, fields.toList()))).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    GET    | -            | false | true
                    POST   | PUT          | false | true
                    PUT    | -            | false | false
                    PUT    | GET, PUT     | false | true
                    PUT    | put          | false | false
                    PUT    | *            | false | true
                    PUT    | *            | true  | false
                    PUT    | , ,PUT       | true  | true
                    GET    | GET; PUT     | false | false
                    """)
    void a_method_is_allowed_by_its_very_name(String method, String list, boolean include, boolean allowed) {
        assertThat(page(method, include).allowsMethod(preflight("Access-Control-Allow-Methods", list)))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    authorization | -                        | false | authorization
                    authorization | *                        | false | authorization
                    authorization | *, AUTHORIZATION         | false | ''
                    x-key         | *                        | false | ''
                    x-key         | *                        | true  | x-key
                    x-key,x-other | X-Key                    | false | x-other
                    x-key,x-other | X-Key, x-other           | true  | ''
                    x-key         | X Key                    | false | x-key
                    """)
    void a_star_allows_any_header_but_authorization(String asked, String list, boolean include, String lacking) {
        PageRequest page = new PageRequest(ORIGIN, "GET", List.of(asked.split(",")), include);

        assertThat(String.join(",", page.notAllowed(preflight("Access-Control-Allow-Headers", list))))
                .isEqualTo(lacking);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    -        | true
                    ''       | true
                    X-Key    | true
                    X Key    | false
                    """)
    void what_is_no_list_of_headers_stops_a_request_that_needs_none(String list, boolean follows) {
        assertThat(page("GET", false).allowsHeaders(preflight("Access-Control-Allow-Headers", list)))
                .isEqualTo(follows);
    }

    /** The longest that needs no preflight has 128 bytes. */
    @Test
    void a_browser_asks_first_where_a_media_type_is_too_long() {
        String longest = "multipart/form-data; boundary=" + "x".repeat(98);

        assertThat(PageRequest.of(ORIGIN, "POST", List.of(), longest, false).needsPreflight())
                .isFalse();
        assertThat(PageRequest.of(ORIGIN, "POST", List.of(), longest + "x", false)
                        .needsPreflight())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"200, true", "204, true", "299, true", "199, false", "300, false", "302, false", "401, false"})
    void the_request_itself_follows_a_2xx_only(int status, boolean follows) {
        Response preflight = answer(status, List.of(new Header("Access-Control-Allow-Origin", "*")));

        assertThat(page("GET", false).mayFollow(preflight)).isEqualTo(follows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    WWW-Authenticate | -                     | false | false
                    www-authenticate | WWW-Authenticate, X   | false | true
                    WWW-Authenticate | *                     | false | true
                    WWW-Authenticate | *                     | true  | false
                    Cache-Control    | -                     | true  | true
                    Retry-After      | -                     | false | false
                    Set-Cookie       | Set-Cookie            | false | false
                    """)
    void what_is_not_exposed_is_not_read(String name, String exposed, boolean include, boolean read) {
        assertThat(page("GET", include).reads(preflight("Access-Control-Expose-Headers", exposed), name))
                .isEqualTo(read);
    }

    @Test
    void two_lines_of_a_field_are_one_list() {
        Response preflight = answer(
                204,
                List.of(
                        new Header("Access-Control-Allow-Methods", "GET"),
                        new Header("Access-Control-Allow-Methods", "PUT")));

        assertThat(page("PUT", true).allowsMethod(preflight)).isTrue();
    }

    private static PageRequest page(String method, boolean include) {
        return new PageRequest(ORIGIN, method, List.of(), include);
    }

    private static Response preflight(String name, String value) {
        return answer(204, value == null ? List.of() : List.of(new Header(name, value)));
    }

    private static Response answer(int status, List<Header> headers) {
        return new Response(status, headers, new Body(new byte[0], false), List.of());
    }
}
