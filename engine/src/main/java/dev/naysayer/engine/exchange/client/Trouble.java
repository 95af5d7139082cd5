package dev.naysayer.engine.exchange.client;

import io.restassured.filter.Filter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words for what a user's filter threw. */
final class Trouble {

    private Trouble() {}

    /** Names the innermost filter on the stack, and the cause. */
    static String words(Throwable thrown, List<Filter> filters) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        Set<String> names =
                filters.stream().map(filter -> name(filter.getClass())).collect(Collectors.toSet());
        String who = "the RequestSpecification or REST Assured";
        for (StackTraceElement frame : root.getStackTrace()) {
            if (names.contains(frame.getClassName())) {
                who = "the filter " + frame.getClassName();
                break;
            }
        }
        String message = root.getMessage() == null ? "" : ": " + root.getMessage();
        return who + " threw " + root.getClass().getSimpleName() + message;
    }

    /** A lambda's own class has no frame on the stack; the class it was written in has. */
    private static String name(Class<?> type) {
        int lambda = type.getName().indexOf("$$Lambda");
        return lambda < 0 ? type.getName() : type.getName().substring(0, lambda);
    }
}
