package dev.naysayer.engine.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;

/** The property {@value #NAME} of a test's context: the URL of the tests' own issuer, which starts when the property is asked for. */
final class IssuerProperty extends PropertySource<String> {

    static final String NAME = "naysayer.issuer";

    private volatile boolean asked;

    IssuerProperty() {
        super(NAME, NAME);
    }

    /** Whether something of a context, or of one above it, has asked for it. */
    static boolean isAskedForBy(ApplicationContext context) {
        for (ApplicationContext it = context; it != null; it = it.getParent()) {
            if (it instanceof ConfigurableApplicationContext configurable
                    && configurable.getEnvironment().getPropertySources().get(NAME) instanceof IssuerProperty property
                    && property.asked) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable Object getProperty(String name) {
        if (!name.equals(NAME)) {
            return null;
        }
        asked = true;
        try {
            return SharedIssuer.started().url();
        } catch (IOException e) {
            throw new UncheckedIOException("no port can be opened for the issuer of ${" + NAME + "}", e);
        }
    }
}
