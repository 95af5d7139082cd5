package dev.naysayer.engine.exchange;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the suite adds to one request.
 *
 * @param fields what the operation says of headers and parameters
 * @param template what it says of the body, or null
 * @param headers with the values of this request
 * @param query parameters with the values of this request, not yet percent-encoded
 * @param body with the values of this request, or null
 * @param make what is made anew for each request
 */
public record FilledRequest(
        RequestFields fields,
        @Nullable RequestBody template,
        List<Filled> headers,
        List<Filled> query,
        @Nullable FilledBody body,
        Function<Template.Fresh, String> make) {

    /** Nothing. */
    public static final FilledRequest NONE = of(RequestFields.NONE, null, Template.Fresh::name);

    /**
     * A header or a query parameter.
     *
     * @param shown the value as a reader may see it
     */
    public record Filled(String name, Secret value, String shown) {

        private boolean is(Header header) {
            return name.equalsIgnoreCase(header.name()) && value.reveal().equals(header.value());
        }

        /** Whether all of the value may be seen. */
        public boolean isOpen() {
            return shown.equals(value.reveal());
        }
    }

    /** An operation's, with values for one request. */
    public static FilledRequest of(Operation operation, Function<Template.Fresh, String> make) {
        return of(operation.fields(), operation.body(), make);
    }

    private static FilledRequest of(
            RequestFields fields, @Nullable RequestBody body, Function<Template.Fresh, String> make) {
        return new FilledRequest(
                fields,
                body,
                filled(fields.headers(), make),
                filled(fields.query(), make),
                body == null ? null : FilledBody.of(body, make),
                make);
    }

    private static List<Filled> filled(List<RequestFields.Field> fields, Function<Template.Fresh, String> make) {
        return fields.stream()
                // What no answer said is not sent.
                .filter(field -> field.from() == null)
                .map(field -> {
                    Template.Filled filled = field.value().fill(make);
                    return new Filled(field.name(), filled.sent(), filled.shown());
                })
                .toList();
    }

    /**
     * The same with what is asked for anew before an operation is asked: further requests of one case share it.
     *
     * @throws Template.NotGiven if a reference leads to nothing any more
     */
    public FilledRequest renewed() throws Template.NotGiven {
        return template == null || !template.text().isRenewed() ? this : of(fields, template.renewed(), make);
    }

    /** The same for a further request. */
    public FilledRequest again() {
        return of(fields, template, make);
    }

    /** This very header, as long as nobody has changed it. */
    public Optional<Filled> header(Header header) {
        return headers.stream().filter(field -> field.is(header)).findFirst();
    }

    /** Whether this is the suite's very body, as long as nobody has changed it. */
    public boolean hasSent(@Nullable Object content) {
        return body != null
                && (content instanceof byte[] bytes
                        ? Arrays.equals(bytes, body.bytes())
                        : content instanceof String text && text.equals(body.content()));
    }

    /** This very parameter, as long as nobody has changed it. */
    public Optional<Filled> parameter(String name, Object value) {
        return query.stream()
                .filter(field ->
                        field.name().equals(name) && field.value().reveal().equals(value))
                .findFirst();
    }

    /** Those of these headers that are the suite's and unchanged, with the values of another request. */
    public List<Header> renewed(List<Header> sent, FilledRequest other) {
        return sent.stream()
                .map(header -> IntStream.range(0, headers.size())
                        .filter(i -> headers.get(i).is(header))
                        .mapToObj(i -> new Header(
                                header.name(), other.headers.get(i).value().reveal()))
                        .findFirst()
                        .orElse(header))
                .toList();
    }

    /** A URI that has these parameters with the values of another request. */
    public String renewed(String uri, FilledRequest other) {
        String renewed = uri;
        for (int i = 0; i < query.size(); i++) {
            String value = other.query.get(i).value().reveal();
            renewed = replaced(renewed, query.get(i), PercentEncoding.of(value));
        }
        return renewed;
    }

    /** A URI as a reader may see it: where the value of a parameter came by reference, the reference stands there. */
    public String shown(String uri) {
        String shown = uri;
        for (Filled parameter : query) {
            shown = parameter.isOpen() ? shown : replaced(shown, parameter, parameter.shown());
        }
        return shown;
    }

    private static String replaced(String uri, Filled parameter, String value) {
        String name = PercentEncoding.of(parameter.name()) + "=";
        String sent = PercentEncoding.of(parameter.value().reveal());
        return Pattern.compile("(?<=[?&])" + Pattern.quote(name + sent) + "(?=&|$)")
                .matcher(uri)
                .replaceFirst(Matcher.quoteReplacement(name + value));
    }

    /** What its references lead to, but in fields that everybody sends, whose values are nobody's secret. */
    public List<Secret> secrets() {
        return Stream.concat(
                        Stream.concat(fields.headers().stream(), fields.query().stream())
                                .filter(field -> !Header.everybodySends(field.name()))
                                .flatMap(field -> field.value().secrets().stream()),
                        template == null ? Stream.empty() : template.secrets().stream())
                .toList();
    }
}
