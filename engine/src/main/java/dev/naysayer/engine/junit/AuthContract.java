package dev.naysayer.engine.junit;

import dev.naysayer.engine.run.ContractTarget;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Runs a suite as tests of the annotated class.
 *
 * <p>A class that implements {@link ContractTarget} itself needs no {@link #target()}. Neither does one with test annotations of
 * Spring, such as {@code @SpringBootTest(webEnvironment = RANDOM_PORT)}: its context is started, and its port is asked.
 */
@Documented
@Testable
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AuthContract {

    /** The suite as a class-path resource: relative to the class's package, then to the class path's root. */
    String value();

    /** What starts the API; without one the suite's {@code target:} or the setting {@code naysayer.target} decides. */
    Class<? extends ContractTarget> target() default NoTarget.class;
}
