package dev.naysayer.examples.spring;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenClaimsContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Spring Authorization Server as it comes, with tokens for the API that is asked for. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class AuthorizationServer {

    static final String CLIENT_KEYS = "/client-keys";

    @Bean
    SecurityFilterChain rules(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(CLIENT_KEYS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Without an issuer in its settings, the server takes the URL that a request came to: the port is not known yet. */
    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    InMemoryRegisteredClientRepository clients(Registrations registrations) {
        return new InMemoryRegisteredClientRepository(registrations.registered(IssuedClient.API, CLIENT_KEYS));
    }

    @Bean
    PasswordEncoder encoder(Registrations registrations) {
        return registrations.encoder();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> audienceOfJwts() {
        return token -> token.getClaims().audience(RequestedAudience.of(token));
    }

    @Bean
    OAuth2TokenCustomizer<OAuth2TokenClaimsContext> audienceOfReferences() {
        return token -> token.getClaims().audience(RequestedAudience.of(token));
    }

    @Bean
    RouterFunction<ServerResponse> clientKeys(Registrations registrations) {
        String keys = registrations.publicKeys().toString(true);
        return RouterFunctions.route()
                .GET(
                        CLIENT_KEYS,
                        request -> ServerResponse.ok()
                                .contentType(APPLICATION_JSON)
                                .body(keys))
                .build();
    }
}
