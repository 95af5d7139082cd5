package dev.naysayer.engine.spring;

import dev.naysayer.engine.run.ContractTarget;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Knows classes that Spring starts a context for; the one class of this package that can be loaded without Spring. */
public final class SpringTests {

    /** By name, since an annotation whose class is not there is none: then Spring is not there either. */
    private static final Set<String> MARKS = Set.of(
            "org.springframework.test.context.BootstrapWith", "org.springframework.test.context.ContextConfiguration");

    private SpringTests() {}

    /**
     * The API of such a class; empty where it is none. Nothing is started yet.
     *
     * @param type what {@code @SpringBootTest}, or another annotation made of Spring's, stands at
     */
    public static Optional<ContractTarget> target(Class<?> type) {
        return isMarked(type, new HashSet<>()) ? Optional.of(new SpringTarget(type)) : Optional.empty();
    }

    /** As Spring looks for them: at the class and all that it is made of, and at their annotations in turn. */
    private static boolean isMarked(AnnotatedElement element, Set<AnnotatedElement> seen) {
        if (!seen.add(element)) {
            return false;
        }
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            Class<? extends Annotation> kind = annotation.annotationType();
            if (MARKS.contains(kind.getName()) || isMarked(kind, seen)) {
                return true;
            }
        }
        return element instanceof Class<?> type && isMarkedAbove(type, seen);
    }

    private static boolean isMarkedAbove(Class<?> type, Set<AnnotatedElement> seen) {
        Class<?> above = type.getSuperclass();
        if (above != null && isMarked(above, seen)) {
            return true;
        }
        for (Class<?> part : type.getInterfaces()) {
            if (isMarked(part, seen)) {
                return true;
            }
        }
        return false;
    }
}
