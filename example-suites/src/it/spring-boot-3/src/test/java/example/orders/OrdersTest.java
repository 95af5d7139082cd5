package example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

// added
import dev.naysayer.engine.junit.AuthContract;
// until here
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the team had before: its test goes on as it did. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
// added
@AuthContract("orders.auth.yaml")
// until here
class OrdersTest {

    @LocalServerPort
    int port;

    @Test
    void nobody_sees_orders_without_a_token() throws Exception {
        URI orders = URI.create("http://localhost:" + port + "/orders");

        int status = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(orders).build(), BodyHandlers.discarding())
                .statusCode();

        assertEquals(401, status);
    }
}
