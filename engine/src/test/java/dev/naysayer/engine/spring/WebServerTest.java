package dev.naysayer.engine.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class WebServerTest {

    /** No type of a servlet context is here, so this is how a reactive server is read; Spring Boot's own are among the examples. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            local.server.port=8081                                                             | http://localhost:8081
            local.server.port=8081 spring.webflux.base-path=/api                               | http://localhost:8081/api
            local.server.port=8081 spring.webflux.base-path=api/                               | http://localhost:8081/api
            local.server.port=8081 spring.webflux.base-path=/ server.servlet.context-path=/no  | http://localhost:8081
            local.server.port=8443 server.ssl.key-store=classpath:keys.p12                     | https://localhost:8443
            local.server.port=8443 server.ssl.bundle=web server.ssl.enabled=true               | https://localhost:8443
            local.server.port=8443 server.ssl.certificate=cert.pem                             | https://localhost:8443
            local.server.port=8081 server.ssl.bundle=web server.ssl.enabled=false              | http://localhost:8081
            local.server.port=8081 server.ssl.enabled=true                                     | http://localhost:8081
            """)
    void the_base_url_is_what_the_properties_of_a_context_say(String properties, String url) {
        assertThat(WebServer.url(context(properties))).contains(url);
    }

    @ParameterizedTest
    @CsvSource({"server.port=8080", "server.ssl.bundle=web"})
    void without_a_port_that_is_listened_on_there_is_none(String properties) {
        assertThat(WebServer.url(context(properties))).isEmpty();
    }

    private static GenericApplicationContext context(String properties) {
        MockEnvironment environment = new MockEnvironment();
        Arrays.stream(properties.split(" "))
                .map(property -> property.split("=", 2))
                .forEach(property -> environment.setProperty(property[0], property[1]));
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        return context;
    }
}
