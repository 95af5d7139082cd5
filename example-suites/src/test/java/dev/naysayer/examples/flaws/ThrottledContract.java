package dev.naysayer.examples.flaws;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Map;

/** The suite for flaws of an API that may answer strangers by 429. */
@AuthContract(value = "flawed-throttled.auth.yaml", target = OrdersIssuer.class)
final class ThrottledContract {

    private ThrottledContract() {}

    static SuiteLauncher.Run run(String url) {
        return SuiteLauncher.run(ThrottledContract.class, Map.of("naysayer.target", url));
    }
}
