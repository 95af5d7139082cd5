package dev.naysayer.examples.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The values of the enum that the test takes: one in so many, and every one with {@code -Dtests.every=true}, as CI says.
 *
 * <p>The last one is always among them: it is the newest, where somebody has just added one.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(Some.Values.class)
public @interface Some {

    /** Whether all are taken. */
    boolean EVERY = Boolean.getBoolean("tests.every");

    /** So many values stand for one that is tried. */
    int oneOf();

    /** Those that are tried, in their order. */
    final class Values implements ArgumentsProvider, AnnotationConsumer<Some> {

        private int step = 1;

        @Override
        public void accept(Some some) {
            step = EVERY ? 1 : some.oneOf();
        }

        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            Object[] values =
                    parameters.getFirst().orElseThrow().getParameterType().getEnumConstants();
            return IntStream.range(0, values.length)
                    .filter(i -> (values.length - 1 - i) % step == 0)
                    .mapToObj(i -> Arguments.of(values[i]));
        }
    }
}
