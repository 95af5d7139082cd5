package dev.naysayer.engine.spring;

import dev.naysayer.engine.credential.EmbeddedIssuer;
import dev.naysayer.engine.run.FrameworkTarget;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.test.context.TestContextManager;
import org.springframework.util.ClassUtils;

/**
 * The API of a test class, in a context that Spring's own {@link TestContextManager} starts, or takes from its cache: profiles,
 * properties, replaced beans and nested configuration mean what they mean in any other test.
 *
 * <p>The context stays in that cache until Spring closes it, at the latest when the process ends.
 */
final class SpringTarget implements FrameworkTarget {

    private static final String DECODER = "org.springframework.security.oauth2.jwt.JwtDecoder";
    private static final int LONGEST_CAUSE = 500;

    private final Class<?> type;
    private boolean issued;
    private volatile @Nullable TestContextManager manager;
    private @Nullable String url;

    SpringTarget(Class<?> type) {
        this.type = type;
    }

    @Override
    public String calledInMessages() {
        return "the Spring context of " + type.getName();
    }

    @Override
    public EmbeddedIssuer issuer() throws IOException {
        return SharedIssuer.started();
    }

    @Override
    public void trustIssuer(String issuer) {
        issued = true;
    }

    @Override
    public void start() throws Obstacle {
        ApplicationContext context = context();
        url = WebServer.url(context)
                .orElseThrow(() -> new Obstacle(
                        ("%s listens on no port, so its API cannot be asked: say @SpringBootTest(webEnvironment = "
                                        + "WebEnvironment.RANDOM_PORT); or, for an API that runs elsewhere, take Spring's"
                                        + " annotations off the class")
                                .formatted(calledInMessages())));
        if (issued && !isTold(context)) {
            throw new Obstacle(notTold(context));
        }
    }

    private ApplicationContext context() throws Obstacle {
        try {
            TestContextManager starting = new TestContextManager(type);
            manager = starting;
            starting.beforeTestClass();
            prepareInstance(starting);
            return starting.getTestContext().getApplicationContext();
        } catch (Exception | LinkageError e) {
            throw new Obstacle(
                    "%s did not start: %s; the log has the rest, and an ordinary test of the class would end in the same way"
                            .formatted(calledInMessages(), cause(e)),
                    e);
        }
    }

    /** What is injected into a test is injected here too: a method that asks for beans is a place to prepare the API's data. */
    private void prepareInstance(TestContextManager starting) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 0 && !Modifier.isAbstract(type.getModifiers())) {
                constructor.setAccessible(true);
                starting.prepareTestInstance(constructor.newInstance());
            }
        }
    }

    /** Spring's own words hold the whole configuration; what happened stands in the innermost cause. */
    private static String cause(Throwable thrown) {
        Throwable innermost = NestedExceptionUtils.getMostSpecificCause(thrown);
        String words = innermost.toString().replaceAll("\\s+", " ");
        return words.length() > LONGEST_CAUSE ? words.substring(0, LONGEST_CAUSE) + " …" : words;
    }

    /** A bean that is made later may ask later. */
    private static boolean isTold(ApplicationContext context) {
        return IssuerProperty.isAskedForBy(context)
                || context.getEnvironment().getProperty("spring.main.lazy-initialization", Boolean.class, false);
    }

    private String notTold(ApplicationContext context) {
        String property = "spring.security.oauth2.resourceserver.jwt.issuer-uri=${%s}".formatted(IssuerProperty.NAME);
        String nobody = "nothing of %s has asked for ${%s}, so its API trusts no token of this suite: "
                .formatted(calledInMessages(), IssuerProperty.NAME);
        return nobody
                + (ClassUtils.isPresent(DECODER, context.getClassLoader())
                        ? "say %s in the properties of the test".formatted(property)
                        : ("Spring Security's resource server is not on the class path; add Spring Boot's starter for it and say %s"
                                        + " in the properties of the test, or let what guards the API take the keys at ${%s}/jwks")
                                .formatted(property, IssuerProperty.NAME));
    }

    @Override
    public String url() {
        return Objects.requireNonNull(url, "asked before it was started");
    }

    /** The certificate is one for tests, and whoever answers at this port is in this process. */
    @Override
    public @Nullable RequestSpecification requestSpecification() {
        return url().startsWith("https:")
                ? new RequestSpecBuilder().setRelaxedHTTPSValidation().build()
                : null;
    }

    @Override
    public void stop() throws Exception {
        TestContextManager started = manager;
        if (started != null) {
            started.afterTestClass();
        }
    }
}
