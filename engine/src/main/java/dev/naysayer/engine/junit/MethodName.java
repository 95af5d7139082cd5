package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.plan.ContractCase;
import java.util.regex.Pattern;

/**
 * A case's name as build tools can digest it: {@code GET /orders/{id} › expired-token} becomes
 * {@code GET-orders-by-id-expired-token}.
 *
 * <p>With a slash in it {@code -Dtest=Class#pattern} matches nothing, and brackets, commas and asterisks are syntax there.
 */
final class MethodName {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._~-]+");

    private MethodName() {}

    static String of(ContractCase it) {
        return of(it.operation()) + "-" + OTHERS.matcher(it.scenario()).replaceAll("-");
    }

    /** The part of a case's name that all cases of an operation share. */
    static String of(Operation operation) {
        String name = PARAMETER.matcher(operation.name()).replaceAll("by-$1");
        String digestible = OTHERS.matcher(name).replaceAll("-");
        int end = digestible.length();
        while (end > 0 && digestible.charAt(end - 1) == '-') {
            end--;
        }
        return digestible.substring(0, end);
    }
}
