package dev.naysayer.examples.flaws;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;

/** Gives the stock suites their secrets; where the API is, the setting {@code naysayer.target} says. */
public final class StockTarget extends RunningElsewhere {

    @Override
    public Set<String> promisedVariables() {
        return Set.of("STOCK_KEY", "STOCK_PASSWORD");
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("STOCK_KEY", StockApi.KEY, "STOCK_PASSWORD", StockApi.PASSWORD);
    }

    /** The certificate is one that everybody has, and is made out to nobody. */
    @Override
    public RequestSpecification requestSpecification() {
        return new RequestSpecBuilder().setRelaxedHTTPSValidation().build();
    }
}
