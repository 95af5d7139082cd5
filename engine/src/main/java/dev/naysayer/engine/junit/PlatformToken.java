package dev.naysayer.engine.junit;

import java.lang.reflect.Method;
import java.util.function.BooleanSupplier;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ExecutionRequest;

/**
 * JUnit's own word that a run has to end, from its platform 6 on; those before have none.
 *
 * <p>By reflection, since it has to be compiled and loaded without.
 */
final class PlatformToken {

    private PlatformToken() {}

    /** Whether somebody cancelled the run of this request. */
    static BooleanSupplier of(ExecutionRequest request) {
        try {
            Method getter = ExecutionRequest.class.getMethod("getCancellationToken");
            Method asked = getter.getReturnType().getMethod("isCancellationRequested");
            Object token = getter.invoke(request);
            return () -> isAsked(asked, token);
        } catch (ReflectiveOperationException e) {
            return () -> false;
        }
    }

    private static boolean isAsked(Method asked, Object token) {
        try {
            return (boolean) asked.invoke(token);
        } catch (ReflectiveOperationException e) {
            throw new JUnitException("JUnit does not say whether the run was cancelled", e);
        }
    }
}
