package dev.naysayer.engine.exchange.wire;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.FilledFields;
import dev.naysayer.engine.exchange.PercentEncoding;
import io.restassured.internal.NoParameterValue;
import io.restassured.specification.FilterableRequestSpecification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The query parameters that a user's specification or filters add to an operation's own. */
public final class QueryParameters {

    private QueryParameters() {}

    /**
     * Moves the specification's parameters into the URI, percent-encoded.
     *
     * <p>Problem: REST Assured's encoding is off, since it would encode our path a second time, and without it REST Assured
     * refuses a blank in a parameter before any filter runs. Choice: encode them here and take them out there.
     */
    public static String moved(
            String uri, FilterableRequestSpecification specification, String method, Credential credential) {
        Draft draft = Draft.of(specification, method, FilledFields.NONE);
        Map<String, Object> added = draft.addedToQuery();
        for (String name : List.copyOf(added.keySet())) {
            specification.removeQueryParam(name);
            if (!"POST".equals(method)) {
                specification.removeParam(name);
            }
        }
        return with(uri, draft, credential);
    }

    /** The URI with a draft's parameters, percent-encoded. */
    public static String with(String uri, Draft draft, Credential credential) {
        return append(uri, pairs(draft.addedToQuery(), credential, PercentEncoding::of));
    }

    /**
     * Appends the credential's, percent-encoded, and what filters added as they gave it: with REST Assured's encoding off,
     * encoding is theirs.
     */
    static String asGiven(String uri, Draft draft, Credential credential) {
        List<String> pairs = new ArrayList<>();
        credential
                .query()
                .forEach(parameter -> pairs.add(PercentEncoding.of(parameter.name()) + "="
                        + PercentEncoding.of(parameter.value().reveal())));
        // Where plain parameters are a form, WireRequest has refused them by now.
        pairs.addAll(pairs(draft.addedToQuery(), credential, UnaryOperator.identity()));
        String complete = append(uri, pairs);
        if (!complete.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new NotSendable("a filter adds a query parameter that must be percent-encoded");
        }
        return complete;
    }

    /** Without those that the credential has itself: no other may be sent in its name. */
    private static List<String> pairs(
            Map<String, Object> added, Credential credential, UnaryOperator<String> encoding) {
        Set<String> ours =
                credential.query().stream().map(Credential.Part::name).collect(Collectors.toSet());
        List<String> pairs = new ArrayList<>();
        added.forEach((name, value) -> {
            if (ours.contains(name)) {
                return;
            }
            for (Object each : value instanceof Collection<?> many ? many : List.of(value)) {
                String key = encoding.apply(name);
                pairs.add(each instanceof NoParameterValue ? key : key + "=" + encoding.apply(each.toString()));
            }
        });
        return pairs;
    }

    private static String append(String uri, List<String> pairs) {
        if (pairs.isEmpty()) {
            return uri;
        }
        String separator = uri.indexOf('?') < 0 ? "?" : uri.endsWith("?") ? "" : "&";
        return uri + separator + String.join("&", pairs);
    }
}
