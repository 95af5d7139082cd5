package dev.naysayer.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations and credentials that tests of this package send. */
final class Sending {

    static final TransportSettings QUICK = new TransportSettings(Duration.ofSeconds(2), Duration.ofMillis(600), 4096);

    /** A JWT's shape without a JWT's meaning. */
    static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkiLCJhIjoxfQ.c2lnbmF0dXJlLW9mLW5vYm9keQ";

    static final Credential BEARER = bearer(TOKEN);

    private Sending() {}

    static Credential bearer(String token) {
        return Credential.of(
                List.of(new Credential.Part("Authorization", new Secret("Bearer " + token))), new Secret(token));
    }

    static Credential header(String name, String value) {
        return Credential.of(List.of(new Credential.Part(name, new Secret(value))));
    }

    static Operation get(String path) {
        return operation("GET", path, Map.of(), null);
    }

    static Operation operation(String method, String path, Map<String, String> pathParameters, @Nullable String body) {
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
                body);
    }

    static ApiClient client(String url) {
        return client(url, null);
    }

    static ApiClient client(String url, @Nullable RequestSpecification specification, Filter... filters) {
        return new ApiClient(url, QUICK, List.of(filters), specification, new Redactor());
    }

    static Exchange sendTo(String url, Operation operation, Credential credential) {
        try (ApiClient client = client(url)) {
            return client.send(operation, credential);
        }
    }

    static Response answer(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        return ((Exchange.Answered) exchange).response();
    }

    static String unanswered(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Unanswered.class);
        return ((Exchange.Unanswered) exchange).reason();
    }

    static String unread(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Unread.class);
        return ((Exchange.Unread) exchange).reason();
    }

    static String unsendable(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Unsendable.class);
        return ((Exchange.Unsendable) exchange).reason();
    }
}
