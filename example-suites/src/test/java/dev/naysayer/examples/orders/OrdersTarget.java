package dev.naysayer.examples.orders;

import dev.naysayer.examples.issuer.IssuedTarget;

/** Starts the Orders API with its issuer. */
public final class OrdersTarget extends IssuedTarget {

    @Override
    protected RunningApi start(String issuer) {
        return OrdersApi.start(issuer);
    }
}
