package dev.naysayer.examples.flaws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the uneven API answers. */
record Told(int status, Map<String, String> headers, String body) {

    static final String CHALLENGE = "WWW-Authenticate";

    /** Problem details that no cache keeps. */
    static Told problem(int status, String type, String title) {
        return new Told(
                status,
                Map.of(
                        "Content-Type", "application/problem+json",
                        "Cache-Control", "no-store",
                        "X-Content-Type-Options", "nosniff"),
                "{\"type\": \"https://uneven.example/%s\", \"title\": \"%s\", \"status\": %d}"
                        .formatted(type, title, status));
    }

    static Told json(String body) {
        return new Told(200, Map.of("Content-Type", "application/json"), body);
    }

    Told with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Told(status, changed, body);
    }

    Told without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new Told(status, changed, body);
    }

    Told withChallenge(String challenge) {
        return with(CHALLENGE, challenge);
    }

    /** Puts one text in the place of another, wherever it stands in body and challenge. */
    Told replacing(String text, String other) {
        Told changed = new Told(status, headers, body.replace(text, other));
        String challenge = headers.get(CHALLENGE);
        return challenge == null ? changed : changed.withChallenge(challenge.replace(text, other));
    }

    ResponseDefinition response() {
        ResponseDefinitionBuilder response = aResponse().withStatus(status).withBody(body);
        headers.forEach(response::withHeader);
        return response.build();
    }
}
