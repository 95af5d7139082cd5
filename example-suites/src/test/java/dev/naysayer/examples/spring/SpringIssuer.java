package dev.naysayer.examples.spring;

import dev.naysayer.dsl.Secret;
import java.time.Duration;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;

/** A real authorization server in this process, on a free loopback port, with the clients of {@link IssuedClient}. */
public final class SpringIssuer implements AutoCloseable {

    private final RunningApplication application;
    private final Registrations registrations;

    private SpringIssuer(RunningApplication application, Registrations registrations) {
        this.application = application;
        this.registrations = registrations;
    }

    /** Starts the server; its tokens live five minutes, and five seconds for the client of short-lived ones. */
    public static SpringIssuer start() {
        return start(Duration.ofSeconds(5));
    }

    /** Starts the server with this lifetime for the client of short-lived tokens, at least a second. */
    public static SpringIssuer start(Duration shortLifetime) {
        Registrations registrations = new Registrations(shortLifetime);
        RunningApplication application = RunningApplication.start(
                AuthorizationServer.class, context -> context.registerBean(Registrations.class, () -> registrations));
        // Where a client's keys are served is known only once the port is.
        var clients = application.bean(InMemoryRegisteredClientRepository.class);
        for (IssuedClient client : IssuedClient.values()) {
            clients.save(registrations.registered(client, application.url() + AuthorizationServer.CLIENT_KEYS));
        }
        return new SpringIssuer(application, registrations);
    }

    /** The {@code iss} of its tokens, and where its metadata lives. */
    public String url() {
        return application.url();
    }

    /** A client's password, or its private key as a JWK. */
    public Secret secret(IssuedClient client) {
        return registrations.secret(client);
    }

    @Override
    public void close() {
        application.close();
    }
}
