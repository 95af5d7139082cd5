package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.naysayer.dsl.Secret;
import dev.naysayer.examples.client.OrdersClient;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SpringIssuedTargetTest {

    private final SpringIssuedTarget target = new SpringIssuedTarget();

    @AfterEach
    void stop() {
        target.stop();
    }

    @Test
    void a_started_target_keeps_its_promises_until_it_stops() throws IOException, ParseException {
        target.start();
        Map<String, String> variables = target.variables();
        assertThat(variables).containsOnlyKeys(target.promisedVariables());
        Optional<String> bearer = Optional.of("Bearer " + token(variables));
        OrdersClient orders = new OrdersClient(target.url());
        assertThat(orders.get("/orders", bearer).statusCode()).isEqualTo(200);
        target.stop();
        assertThatIOException().isThrownBy(() -> orders.get("/orders", bearer));
    }

    private static String token(Map<String, String> variables) throws IOException, ParseException {
        Secret secret = new Secret(Objects.requireNonNull(variables.get("CLIENT_SECRET")));
        return TokenClient.token(new TokenClient(Objects.requireNonNull(variables.get("ISSUER")))
                .ask(IssuedClient.BASIC, secret, Map.of("scope", "orders:read")));
    }
}
