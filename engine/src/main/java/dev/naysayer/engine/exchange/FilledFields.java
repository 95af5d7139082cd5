package dev.naysayer.engine.exchange;

import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Template;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the suite adds to one request.
 *
 * @param of what the operation says
 * @param headers with the values of this request
 * @param query parameters with the values of this request, not yet percent-encoded
 * @param make what is made anew for each request
 */
public record FilledFields(
        RequestFields of, List<Filled> headers, List<Filled> query, Function<Template.Fresh, String> make) {

    /** Nothing. */
    public static final FilledFields NONE = of(RequestFields.NONE, Template.Fresh::name);

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

    /** With values for one request. */
    public static FilledFields of(RequestFields fields, Function<Template.Fresh, String> make) {
        return new FilledFields(fields, filled(fields.headers(), make), filled(fields.query(), make), make);
    }

    private static List<Filled> filled(List<RequestFields.Field> fields, Function<Template.Fresh, String> make) {
        return fields.stream()
                .map(field -> {
                    Template.Filled filled = field.value().fill(make);
                    return new Filled(field.name(), filled.sent(), filled.shown());
                })
                .toList();
    }

    /** The same for a further request. */
    public FilledFields again() {
        return of(of, make);
    }

    /** This very header, as long as nobody has changed it. */
    public Optional<Filled> header(Header header) {
        return headers.stream().filter(field -> field.is(header)).findFirst();
    }

    /** This very parameter, as long as nobody has changed it. */
    public Optional<Filled> parameter(String name, Object value) {
        return query.stream()
                .filter(field ->
                        field.name().equals(name) && field.value().reveal().equals(value))
                .findFirst();
    }

    /** Those of these headers that are the suite's and unchanged, with the values of another request. */
    public List<Header> renewed(List<Header> sent, FilledFields other) {
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
    public String renewed(String uri, FilledFields other) {
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
        return Stream.concat(of.headers().stream(), of.query().stream())
                .filter(field -> !Header.everybodySends(field.name()))
                .flatMap(field -> field.value().secrets().stream())
                .toList();
    }
}
