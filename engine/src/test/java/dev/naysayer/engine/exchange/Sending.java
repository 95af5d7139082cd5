package dev.naysayer.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.exchange.redaction.Redactor;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations and credentials that tests of this package send. */
public final class Sending {

    public static final TransportSettings QUICK =
            new TransportSettings(Duration.ofSeconds(2), Duration.ofMillis(600), 4096);

    /** A JWT's shape without a JWT's meaning. */
    public static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkiLCJhIjoxfQ.c2lnbmF0dXJlLW9mLW5vYm9keQ";

    public static final Credential BEARER = bearer(TOKEN);

    private Sending() {}

    public static Credential bearer(String token) {
        return Credential.of(
                List.of(new Credential.Part("Authorization", new Secret("Bearer " + token))), new Secret(token));
    }

    public static Credential header(String name, String value) {
        return Credential.of(List.of(new Credential.Part(name, new Secret(value))));
    }

    public static Operation get(String path) {
        return operation("GET", path, Map.of(), null);
    }

    public static Operation operation(
            String method, String path, Map<String, String> pathParameters, @Nullable String body) {
        return new Operation(
                new Position("orders.auth.yaml", 1, 1),
                method,
                path,
                pathParameters,
                List.of(),
                false,
                Control.ON,
                List.of(),
                Map.of(),
                body,
                Requirement.of("bearer"));
    }

    public static ApiClient client(String url) {
        return client(url, null);
    }

    public static ApiClient client(String url, @Nullable RequestSpecification specification, Filter... filters) {
        return new ApiClient(url, QUICK, List.of(filters), specification, new Redactor());
    }

    public static Exchange sendTo(String url, Operation operation, Credential credential) {
        try (ApiClient client = client(url)) {
            return client.send(operation, credential);
        }
    }

    public static Response answer(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        return ((Exchange.Answered) exchange).response();
    }

    public static String unanswered(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Unanswered.class);
        return ((Exchange.Unanswered) exchange).reason();
    }

    public static String unread(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Unread.class);
        return ((Exchange.Unread) exchange).reason();
    }

    public static String unsendable(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Unsendable.class);
        return ((Exchange.Unsendable) exchange).reason();
    }
}
