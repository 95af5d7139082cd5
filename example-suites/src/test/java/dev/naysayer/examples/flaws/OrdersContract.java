package dev.naysayer.examples.flaws;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Map;

/** The orders suite, against whatever answers at a URL. */
@AuthContract(value = "/dev/naysayer/examples/orders/orders.auth.yaml", target = OrdersIssuer.class)
final class OrdersContract {

    private OrdersContract() {}

    static SuiteLauncher.Run run(String url) {
        return SuiteLauncher.run(OrdersContract.class, Map.of("naysayer.target", url));
    }
}
