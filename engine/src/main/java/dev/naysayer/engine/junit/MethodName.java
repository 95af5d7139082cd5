package dev.naysayer.engine.junit;

import dev.naysayer.engine.plan.ContractCase;

/**
 * A case's name as build tools can digest it: {@code GET /orders/{id} › expired-token} becomes
 * {@code GET-orders-by-id-expired-token}.
 *
 * <p>With a slash in it {@code -Dtest=Class#pattern} matches nothing, and brackets, commas and asterisks are syntax there.
 */
final class MethodName {

    private MethodName() {}

    static String of(ContractCase it) {
        String operation = it.operation()
                .name()
                .replaceAll("\\{([^}]*)}", "by-$1")
                .replaceAll("[^A-Za-z0-9._~-]+", "-")
                .replaceAll("-+$", "");
        return operation + "-" + it.scenario();
    }
}
