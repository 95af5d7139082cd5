package dev.naysayer.examples.flaws;

import dev.naysayer.examples.issuer.Issuer;
import java.util.Map;
import java.util.Set;

/**
 * Gives the orders suite its issuer and key; where the API is, the setting {@code naysayer.target} says.
 *
 * <p>One issuer for all flaws: making its key takes longer than running a suite.
 */
public final class OrdersIssuer extends RunningElsewhere {

    static final Issuer ISSUER = Issuer.start();

    @Override
    public Set<String> promisedVariables() {
        return Set.of("ORDERS_ISSUER", "ORDERS_KEY");
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("ORDERS_ISSUER", ISSUER.url(), "ORDERS_KEY", ISSUER.privateKey());
    }
}
