package dev.naysayer.engine.exchange.redaction;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.exchange.FilledFields;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.PercentEncoding;
import io.restassured.specification.FilterableRequestSpecification;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of the headers, cookies and query parameters is shown that are not the credential's.
 *
 * <p>Problem: gateways want subscription keys, tenants' tokens and the like, which the target adds to each request, and nobody but
 * the user knows which of them open something. Choice: all of them are secrets, but those fields whose values everybody sends. Of what
 * the suite adds, only what came by reference may be one.
 */
public final class UserFields {

    private final Redactor redactor;
    private final Set<String> shown;
    private final FilledFields suite;

    /**
     * @param shown the names that the target declares as shown, in lower case
     * @param suite what the suite adds to the request
     */
    private UserFields(Redactor redactor, Set<String> shown, FilledFields suite) {
        this.redactor = redactor;
        this.shown = shown;
        this.suite = suite;
    }

    /**
     * Those of a target.
     *
     * @param shown names of headers, cookies and query parameters that hold no secret; case makes no difference
     */
    public static UserFields showing(Set<String> shown, Redactor redactor) {
        return new UserFields(
                redactor,
                shown.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()),
                FilledFields.NONE);
    }

    /** The same beside what the suite adds to one request, whose secrets are learnt. */
    public UserFields beside(FilledFields ofSuite) {
        ofSuite.secrets().forEach(redactor::register);
        return new UserFields(redactor, shown, ofSuite);
    }

    /** The value of a header that the suite adds, as a reader may see it; empty for any other. */
    Optional<String> ofSuite(Header header) {
        return suite.header(header).map(FilledFields.Filled::shown);
    }

    /** Whether a field, cookie or parameter of this name may be shown, whoever set it. */
    boolean isShown(String name) {
        return Header.everybodySends(name) || shown.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Learns the secrets among what is about to be sent.
     *
     * @param ours names in lower case that are the credential's, which knows its secrets itself
     */
    public void learn(List<Header> headers, List<Header> cookies, Map<String, Object> parameters, Set<String> ours) {
        for (Header header : headers) {
            if (!ours.contains(header.name().toLowerCase(Locale.ROOT))
                    && suite.header(header).isEmpty()) {
                learn(header.name(), header.value());
            }
        }
        cookies.forEach(cookie -> learn(cookie.name(), cookie.value()));
        parameters.forEach((name, value) -> {
            if (suite.parameter(name, value).isEmpty()) {
                values(value).forEach(each -> learn(name, each));
            }
        });
    }

    private void learn(String name, String value) {
        if (isShown(name)) {
            return;
        }
        if (name.equalsIgnoreCase("Cookie")) {
            for (String pair : value.split(";", -1)) {
                redactor.register(
                        new Secret(pair.substring(pair.indexOf('=') + 1).strip()));
            }
        } else {
            redactor.register(Redactor.credential(new Secret(value)));
        }
    }

    private static List<String> values(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /** What logs of requests must not print: headers that carry credentials by their nature, and those that are not shown here. */
    public Set<String> notForLogs(FilterableRequestSpecification request) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Redactor.ALWAYS_SECRET);
        request.getHeaders().asList().stream()
                .filter(it -> !isShown(it.getName()))
                .filter(it -> !suite.header(new Header(it.getName(), it.getValue()))
                        .map(FilledFields.Filled::isOpen)
                        .orElse(false))
                .map(io.restassured.http.Header::getName)
                .forEach(names::add);
        return names;
    }

    /** The URI without the values of these parameters, but of those that may be shown; the suite's as it shows them. */
    public String masked(String uri, Set<String> parameters) {
        String masked = suite.shown(uri);
        for (String name : parameters) {
            if (!isShown(name)) {
                for (String spelt : new LinkedHashSet<>(List.of(name, PercentEncoding.of(name)))) {
                    masked = Pattern.compile("(?<=[?&])" + Pattern.quote(spelt + "=") + "[^&#]*")
                            .matcher(masked)
                            .replaceAll(Matcher.quoteReplacement(spelt + "=" + Redactor.MARK));
                }
            }
        }
        return masked;
    }
}
