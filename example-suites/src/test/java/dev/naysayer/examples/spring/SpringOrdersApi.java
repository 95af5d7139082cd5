package dev.naysayer.examples.spring;

import dev.naysayer.examples.issuer.IssuedTarget;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The Spring Boot application in this process, on a free loopback port. */
public final class SpringOrdersApi implements IssuedTarget.RunningApi {

    private final ConfigurableApplicationContext application;

    private SpringOrdersApi(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Starts the application for tokens of this issuer, found by discovery as in production. */
    public static SpringOrdersApi start(String issuer) {
        String jwt = "--spring.security.oauth2.resourceserver.jwt.";
        return new SpringOrdersApi(new SpringApplicationBuilder(SpringOrders.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        jwt + "issuer-uri=" + issuer,
                        jwt + "audiences=https://orders.example"));
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        application.close();
    }
}
