package dev.naysayer.examples.spring;

import dev.naysayer.examples.issuer.IssuedTarget;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;

/** The Orders API that asks its issuer about each token, so that a revoked one is refused at once. */
public final class IntrospectingOrdersApi implements IssuedTarget.RunningApi {

    private final RunningApplication application;

    private IntrospectingOrdersApi(RunningApplication application) {
        this.application = application;
    }

    /** Starts the application for tokens of this issuer. */
    public static IntrospectingOrdersApi start(SpringIssuer issuer) {
        return new IntrospectingOrdersApi(RunningApplication.start(
                IntrospectingOrders.class,
                context -> context.registerBean(SpringOpaqueTokenIntrospector.class, () -> introspector(issuer))));
    }

    private static SpringOpaqueTokenIntrospector introspector(SpringIssuer issuer) {
        return SpringOpaqueTokenIntrospector.withIntrospectionUri(issuer.url() + "/oauth2/introspect")
                .clientId(IssuedClient.API.id())
                .clientSecret(issuer.secret(IssuedClient.API).reveal())
                .build();
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
