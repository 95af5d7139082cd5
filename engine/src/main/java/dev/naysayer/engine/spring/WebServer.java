package dev.naysayer.engine.spring;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Where the web server of a context can be asked.
 *
 * <p>Read from properties, since Spring Boot's own types lie in other packages in each of its generations.
 */
final class WebServer {

    private static final String PORT = "local.server.port";
    private static final String SERVLET_CONTEXT = "org.springframework.web.context.WebApplicationContext";
    private static final String SERVLET_PATH = "server.servlet.context-path";
    private static final String REACTIVE_PATH = "spring.webflux.base-path";

    private WebServer() {}

    /** Its base URL; empty where the context has no web server that listens. */
    static Optional<String> url(ApplicationContext context) {
        Environment environment = context.getEnvironment();
        return Optional.ofNullable(environment.getProperty(PORT))
                .map(port -> "%s://localhost:%s%s".formatted(scheme(environment), port, path(context)));
    }

    private static String scheme(Environment environment) {
        boolean certified = Stream.of("bundle", "key-store", "certificate")
                .anyMatch(name -> environment.containsProperty("server.ssl." + name));
        return certified && environment.getProperty("server.ssl.enabled", Boolean.class, true) ? "https" : "http";
    }

    /** A project may have both properties, and each kind of server looks at its own. */
    private static String path(ApplicationContext context) {
        String path = context.getEnvironment().getProperty(isServlet(context) ? SERVLET_PATH : REACTIVE_PATH, "");
        String begun = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
        return begun.endsWith("/") ? begun.substring(0, begun.length() - 1) : begun;
    }

    private static boolean isServlet(ApplicationContext context) {
        ClassLoader loader = context.getClass().getClassLoader();
        return ClassUtils.isPresent(SERVLET_CONTEXT, loader)
                && ClassUtils.resolveClassName(SERVLET_CONTEXT, loader).isInstance(context);
    }
}
