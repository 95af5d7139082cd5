package dev.naysayer.examples.spring;

import dev.naysayer.examples.issuer.IssuedTarget;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.util.ClassUtils;

/** The Orders API that reads JWTs by itself, on a free loopback port. */
public final class SpringOrdersApi implements IssuedTarget.RunningApi {

    private final RunningApplication application;

    private SpringOrdersApi(RunningApplication application) {
        this.application = application;
    }

    /** Starts the application for tokens of this issuer, found by discovery as in production. */
    public static SpringOrdersApi start(String issuer) {
        return start(SpringOrders.class, issuer);
    }

    /** Starts another application with the same operations. */
    static SpringOrdersApi start(Class<?> application, String issuer) {
        return start(application, issuer, context -> {});
    }

    /** Starts it with less leeway for clocks that differ than the minute that is Spring's own. */
    public static SpringOrdersApi start(String issuer, Duration leeway) {
        return start(
                SpringOrders.class,
                issuer,
                context -> context.registerBean(JwtTimestampValidator.class, () -> new JwtTimestampValidator(leeway)));
    }

    /** Starts an application that is asked by GraphQL: only where Spring finds a schema there is such an endpoint. */
    static SpringOrdersApi startGraphql(Class<?> application, String issuer) {
        return start(
                application,
                issuer,
                context -> {},
                "spring.graphql.schema.locations=classpath:" + ClassUtils.classPackageAsResourcePath(application));
    }

    private static SpringOrdersApi start(
            Class<?> application, String issuer, Consumer<GenericApplicationContext> beans, String... properties) {
        String jwt = "spring.security.oauth2.resourceserver.jwt.";
        return new SpringOrdersApi(RunningApplication.start(
                application,
                beans,
                Stream.concat(
                                Stream.of(jwt + "issuer-uri=" + issuer, jwt + "audiences=" + RequestedAudience.ORDERS),
                                Stream.of(properties))
                        .toArray(String[]::new)));
    }

    @Override
    public String url() {
        return application.url();
    }

    @Override
    public void close() {
        application.close();
    }
}
