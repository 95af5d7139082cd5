package dev.naysayer.examples.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Spring Authorization Server as it comes, at which a user signs in: two clients with a secret, and two without. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SigningServer {

    static final String REDIRECT_URI = "http://127.0.0.1/callback";
    static final String USER = "anna";

    /** What a run makes up: the user's password, and the secrets of both clients that have one. */
    record Secrets(String password, String client, String other) {}

    @Bean
    SecurityFilterChain rules(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                // The authorization endpoint stands before it, and knows a user by the session alone.
                .httpBasic(basic -> basic.securityContextRepository(new HttpSessionSecurityContextRepository()))
                .build();
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    UserDetailsService users(Secrets secrets) {
        return new InMemoryUserDetailsManager(User.withUsername(USER)
                .password("{noop}" + secrets.password())
                .roles("USER")
                .build());
    }

    @Bean
    RegisteredClientRepository clients(Secrets secrets) {
        return new InMemoryRegisteredClientRepository(List.of(
                client("orders-web", secrets.client()),
                client("orders-web-2", secrets.other()),
                client("orders-app", null),
                client("orders-app-2", null)));
    }

    private static RegisteredClient client(String id, @Nullable String secret) {
        RegisteredClient.Builder client = RegisteredClient.withId(id)
                .clientId(id)
                .redirectUri(REDIRECT_URI)
                .scope("orders:read")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build());
        return secret == null
                ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientSecret("{noop}" + secret)
                        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                        .tokenSettings(TokenSettings.builder()
                                .reuseRefreshTokens(false)
                                .build())
                        .build();
    }
}
