package dev.naysayer.engine.spring;

import java.util.List;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/**
 * Named in {@code spring.factories}, where Spring looks for it before it starts the context of any test.
 *
 * <p>Of any: a context is shared by classes with and without a suite, so all of them get the same.
 */
public final class IssuerCustomizerFactory implements ContextCustomizerFactory {

    /** Called by Spring. */
    public IssuerCustomizerFactory() {}

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new IssuerCustomizer();
    }
}
