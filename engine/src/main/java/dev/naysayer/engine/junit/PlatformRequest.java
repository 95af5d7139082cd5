package dev.naysayer.engine.junit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;

/**
 * What the JUnit Platform of this run has put into a request beside what the oldest knows: the one place that looks for it.
 *
 * <p>Problem: with nearly each platform a request has one more part (where output goes, a store, a token that cancels), and whoever
 * makes one has to hand all of them on. Constraint: this is compiled against the oldest platform. Choice: of the platform's own
 * factory methods that with the most parts, and each part from the request itself, by its type.
 */
final class PlatformRequest {

    private PlatformRequest() {}

    /** The same request, told to this listener. */
    static ExecutionRequest toldTo(EngineExecutionListener listener, ExecutionRequest request) {
        Method create = Arrays.stream(ExecutionRequest.class.getMethods())
                .filter(method -> method.getName().equals("create"))
                .max(Comparator.comparing(Method::getParameterCount))
                .orElseThrow();
        Object[] parts = Arrays.stream(create.getParameterTypes())
                .map(type -> type == EngineExecutionListener.class ? listener : part(type, request))
                .toArray();
        return (ExecutionRequest) call(create, null, parts);
    }

    /** Whether somebody cancelled the run of this request, which can be asked from platform 6 on; those before never say so. */
    static BooleanSupplier cancelled(ExecutionRequest request) {
        try {
            Method token = ExecutionRequest.class.getMethod("getCancellationToken");
            Method asked = token.getReturnType().getMethod("isCancellationRequested");
            Object given = call(token, request);
            return () -> (boolean) call(asked, given);
        } catch (NoSuchMethodException e) {
            return () -> false;
        }
    }

    private static Object part(Class<?> type, ExecutionRequest request) {
        return Arrays.stream(ExecutionRequest.class.getMethods())
                .filter(method -> method.getReturnType() == type && method.getParameterCount() == 0)
                .map(method -> call(method, request))
                .findFirst()
                .orElseThrow(() -> new JUnitException(
                        "this version of the JUnit Platform is not known: its requests hold a %s and do not tell it; use one that docs/junit.md names"
                                .formatted(type.getName())));
    }

    private static Object call(Method method, @Nullable Object on, Object... parts) {
        try {
            return method.invoke(on, parts);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new JUnitException(
                    "this version of the JUnit Platform is not known: %s cannot be called; use one that docs/junit.md names"
                            .formatted(method),
                    e);
        }
    }
}
