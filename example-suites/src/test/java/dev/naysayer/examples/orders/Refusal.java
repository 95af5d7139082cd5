package dev.naysayer.examples.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.naysayer.examples.liberty.Liberty.DESCRIPTION_LEFT_OUT;
import static dev.naysayer.examples.liberty.Liberty.FIELDS_LEFT_OUT;
import static dev.naysayer.examples.liberty.Liberty.PLAIN_TEXT;
import static dev.naysayer.examples.liberty.Liberty.SCOPE_NOT_NAMED;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.examples.liberty.Liberty;
import java.text.ParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A finished answer that says no.
 *
 * @param ground what was wrong with the request
 * @param presented the value of {@code Authorization}, empty without one
 * @param dropped whether the connection is cut instead of answered
 */
public record Refusal(
        Ground ground, String presented, int status, Map<String, String> headers, String body, boolean dropped) {

    public static final String CHALLENGE = "WWW-Authenticate";
    public static final String NOSNIFF = "X-Content-Type-Options";

    public Refusal {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public Refusal withStatus(int other) {
        return new Refusal(ground, presented, other, headers, body, dropped);
    }

    public Refusal withHeader(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Refusal(ground, presented, status, changed, body, dropped);
    }

    public Refusal without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new Refusal(ground, presented, status, changed, body, dropped);
    }

    public Refusal withBody(String text) {
        return new Refusal(ground, presented, status, headers, text, dropped);
    }

    public Refusal withContentType(String type) {
        return withHeader("Content-Type", type);
    }

    /** Changes the challenge's text, if there is one. */
    public Refusal withChallenge(UnaryOperator<String> change) {
        String challenge = headers.get(CHALLENGE);
        return challenge == null ? this : withHeader(CHALLENGE, change.apply(challenge));
    }

    /** Changes members of the problem document, which must still be one. */
    public Refusal withProblem(Consumer<Map<String, Object>> change) {
        try {
            Map<String, Object> problem = JSONObjectUtils.parse(body);
            change.accept(problem);
            return withBody(JSONObjectUtils.toJSONString(problem));
        } catch (ParseException e) {
            throw new IllegalStateException("the body is no JSON object any more", e);
        }
    }

    /** Cuts the connection instead of answering. */
    public Refusal asDropped() {
        return new Refusal(ground, presented, status, headers, body, true);
    }

    /** What need not be said is left out. */
    public Refusal freely(Set<Liberty> liberties) {
        Refusal refusal = this;
        if (liberties.contains(SCOPE_NOT_NAMED)) {
            refusal = refusal.withChallenge(challenge -> challenge.replaceFirst(", scope=\"[^\"]*\"", ""));
        }
        if (liberties.contains(DESCRIPTION_LEFT_OUT)) {
            refusal = refusal.withChallenge(challenge -> challenge.replaceFirst(", error_description=\"[^\"]*\"", ""));
        }
        if (liberties.contains(FIELDS_LEFT_OUT)) {
            refusal = refusal.without("Cache-Control").without(NOSNIFF).withHeader("Server", "orders/1.2.3");
        }
        return liberties.contains(PLAIN_TEXT)
                ? refusal.withContentType("text/plain; charset=utf-8").withBody("Refused.\n")
                : refusal;
    }

    /** The answer as it goes over the wire. */
    public ResponseDefinition response() {
        if (dropped) {
            return aResponse().withFault(Fault.EMPTY_RESPONSE).build();
        }
        ResponseDefinitionBuilder response = aResponse().withStatus(status).withBody(body);
        headers.forEach(response::withHeader);
        return response.build();
    }
}
