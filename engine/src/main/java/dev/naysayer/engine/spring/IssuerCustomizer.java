package dev.naysayer.engine.spring;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives a test's context the property {@value IssuerProperty#NAME}.
 *
 * <p>A record without parts, since it is a part of the key under which Spring caches contexts: all are equal.
 */
record IssuerCustomizer() implements ContextCustomizer {

    /** Last, so that a property of the user's own by that name goes before it. */
    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        context.getEnvironment().getPropertySources().addLast(new IssuerProperty());
    }
}
