package dev.naysayer.examples.spring;

import dev.naysayer.examples.issuer.IssuedTarget;

/** Starts the Spring Boot resource server with its issuer. */
public final class SpringOrdersTarget extends IssuedTarget {

    @Override
    protected RunningApi start(String issuer) {
        return SpringOrdersApi.start(issuer);
    }
}
