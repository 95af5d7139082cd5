package dev.naysayer.examples.spring;

import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.OAuth2TokenIntrospectionClaimNames;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;

/** The same rules for a team that asks the authorization server about each token (RFC 7662). */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SpringOrdersController.class)
class IntrospectingOrders {

    @Bean
    SecurityFilterChain rules(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(SpringOrders::whoMayDoWhat)
                .oauth2ResourceServer(server -> server.opaqueToken(Customizer.withDefaults()))
                .build();
    }

    /** Spring leaves the audience of an active token to the application. */
    @Bean
    @Primary
    OpaqueTokenIntrospector forThisApi(SpringOpaqueTokenIntrospector introspector) {
        return token -> {
            var principal = introspector.introspect(token);
            List<String> audience = principal.getAttribute(OAuth2TokenIntrospectionClaimNames.AUD);
            if (audience == null || !audience.contains(RequestedAudience.ORDERS)) {
                throw new BadOpaqueTokenException("The token is for another API");
            }
            return principal;
        };
    }
}
