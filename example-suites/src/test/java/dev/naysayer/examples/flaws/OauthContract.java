package dev.naysayer.examples.flaws;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Map;

/** The suite for flaws of an API whose bodies are OAuth errors. */
@AuthContract(value = "flawed-oauth.auth.yaml", target = OrdersIssuer.class)
final class OauthContract {

    private OauthContract() {}

    static SuiteLauncher.Run run(String url) {
        return SuiteLauncher.run(OauthContract.class, Map.of("naysayer.target", url));
    }
}
