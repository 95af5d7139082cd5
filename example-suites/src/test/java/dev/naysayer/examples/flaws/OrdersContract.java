package dev.naysayer.examples.flaws;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Map;

/** The suite that nearly every flaw is tried with, against whatever answers at a URL. */
@AuthContract(value = "flawed-orders.auth.yaml", target = OrdersIssuer.class)
final class OrdersContract {

    private OrdersContract() {}

    static SuiteLauncher.Run run(String url) {
        return SuiteLauncher.run(OrdersContract.class, Map.of("naysayer.target", url));
    }
}
