package dev.naysayer.engine.junit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.naysayer.engine.exchange.ServerKeys;
import dev.naysayer.engine.junit.GuardedApi.Answer;
import dev.naysayer.engine.junit.GuardedApi.Asked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Classes that Spring starts a context for. */
final class SpringContracts {

    /** What is sent as a good token where a suite has no issuer. */
    static final String GIVEN = "a-token-that-somebody-gave";

    private SpringContracts() {}

    /** As Spring Boot does. */
    private static void tellPort(ConfigurableEnvironment environment, int port) {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("server.ports", Map.of("local.server.port", port)));
    }

    /** An API that takes tokens of one issuer; the profile {@code careless} lets each token in. */
    @Configuration(proxyBeanMethods = false)
    static class Orders {

        static final AtomicInteger STARTED = new AtomicInteger();

        @Bean
        GuardedApi api(ConfigurableEnvironment environment, @Value("${trusted}") String issuer) {
            STARTED.incrementAndGet();
            boolean careless = environment.acceptsProfiles(Profiles.of("careless"));
            GuardedApi api = new GuardedApi(it -> answer(it, careless, issuer));
            tellPort(environment, URI.create(api.url()).getPort());
            return api;
        }

        private static Answer answer(Asked it, boolean careless, String issuer) {
            String token = it.authorization("Bearer");
            if (token == null) {
                return Answer.refused(401, "{\"title\":\"Unauthorized\"}", "Bearer realm=\"orders\"");
            }
            return careless || isGood(token, issuer)
                    ? Answer.served("[]")
                    : Answer.refused(
                            401, "{\"title\":\"Unauthorized\"}", "Bearer realm=\"orders\", error=\"invalid_token\"");
        }

        private static boolean isGood(String text, String issuer) {
            try {
                SignedJWT token = SignedJWT.parse(text);
                JWKSet keys = JWKSet.load(URI.create(issuer + "/jwks").toURL());
                return token.verify(new RSASSAVerifier(
                                keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey()))
                        && issuer.equals(token.getJWTClaimsSet().getIssuer())
                        && token.getJWTClaimsSet()
                                .getExpirationTime()
                                .toInstant()
                                .isAfter(Instant.now());
            } catch (ParseException | JOSEException | IOException e) {
                return text.equals(GIVEN);
            }
        }
    }

    /** As a team would have one for all its tests. */
    @ContextConfiguration(classes = Orders.class)
    @TestPropertySource(properties = "trusted=${naysayer.issuer}")
    interface OrdersContext {}

    @AuthContract("spring/issued.auth.yaml")
    static class Right implements OrdersContext {

        static @Nullable GuardedApi prepared;

        @Autowired
        void prepare(GuardedApi api) {
            prepared = api;
        }
    }

    @AuthContract("spring/issued.auth.yaml")
    static class RightAgain implements OrdersContext {}

    @AuthContract("spring/issued.auth.yaml")
    @ActiveProfiles("careless")
    static class Careless implements OrdersContext {}

    @AuthContract("spring/issued.auth.yaml")
    @DirtiesContext
    static class Dirty implements OrdersContext {}

    /** Has an issuer of its own, and names none of ours. */
    @AuthContract("spring/given.auth.yaml")
    @ContextConfiguration(classes = Orders.class)
    @TestPropertySource(properties = "trusted=https://issuer.example")
    static class WithoutIssuer {}

    @AuthContract("spring/issued.auth.yaml")
    @ContextConfiguration(classes = Orders.class)
    @TestPropertySource(properties = "trusted=https://issuer.example")
    static class TrustsAnother {}

    /** Perhaps something of it asks for the issuer with the first request. */
    @AuthContract("spring/issued.auth.yaml")
    @ContextConfiguration(classes = Orders.class)
    @TestPropertySource(properties = {"trusted=https://issuer.example", "spring.main.lazy-initialization=true"})
    static class MayAskLater {}

    @Configuration(proxyBeanMethods = false)
    static class Endless {

        @Bean
        String endless() throws InterruptedException {
            new CountDownLatch(1).await();
            return "never";
        }
    }

    @AuthContract("spring/issued.auth.yaml")
    @ContextConfiguration(classes = Endless.class)
    static class NeverReady {}

    @Configuration(proxyBeanMethods = false)
    static class Broken {

        @Bean
        String broken() {
            throw new IllegalStateException("the database\nis not there");
        }
    }

    @AuthContract("spring/issued.auth.yaml")
    @ContextConfiguration(classes = Broken.class)
    static class Unstartable {}

    /** An API behind TLS, with a certificate that nobody trusts and for another name. */
    @Configuration(proxyBeanMethods = false)
    static class Certified {

        @Bean
        Server api(ConfigurableEnvironment environment, @Value("${server.ssl.key-store}") String store)
                throws Exception {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(ServerKeys.server(Path.of(store))));
            server.createContext("/", exchange -> {
                try (exchange) {
                    boolean given = exchange.getRequestHeaders().containsKey("Authorization");
                    exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"orders\"");
                    exchange.sendResponseHeaders(given ? 204 : 401, -1);
                }
            });
            server.start();
            tellPort(environment, server.getAddress().getPort());
            return new Server(server);
        }

        record Server(HttpsServer server) implements AutoCloseable {

            @Override
            public void close() {
                server.stop(0);
            }
        }
    }

    /** Asks an authorization server that has the same certificate. */
    @AuthContract("spring/asked.auth.yaml")
    static class AsksBehindTls extends BehindTls {}

    @AuthContract("spring/given.auth.yaml")
    @ContextConfiguration(classes = Certified.class)
    static class BehindTls {

        @DynamicPropertySource
        static void properties(DynamicPropertyRegistry properties) {
            properties.add("server.ssl.key-store", () -> {
                try {
                    return ServerKeys.in(Files.createTempDirectory("naysayer")).toString();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @AuthContract("spring/issued.auth.yaml")
    @ContextConfiguration(classes = Nothing.class)
    static class Portless {}

    /** Says itself what starts its API. */
    @AuthContract(value = "promised.auth.yaml", target = Contracts.Unstartable.class)
    @ContextConfiguration(classes = Nothing.class)
    static class WithTarget {}
}
