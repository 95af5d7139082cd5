package dev.naysayer.examples.bank;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a team writes that asks for more than a password where money moves. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Bank.Counter.class)
class Bank {

    /** The operations, which know nothing of security. */
    @RestController
    static class Counter {

        @GetMapping("/accounts")
        List<String> accounts() {
            return List.of("A-1");
        }

        @PostMapping("/transfers")
        @ResponseStatus(HttpStatus.CREATED)
        Map<String, Object> transfer(@RequestBody Map<String, Object> transfer) {
            return transfer;
        }
    }

    /** Tokens against forged requests are for browsers. */
    @Bean
    SecurityFilterChain rules(HttpSecurity http, AtomicReference<Way> way) throws Exception {
        BankRefusals refusals = new BankRefusals(way);
        return http.csrf(CsrfConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(GET, "/accounts")
                        .hasAuthority("SCOPE_accounts:read")
                        .requestMatchers(POST, "/transfers")
                        .access(new LoginCheck(way))
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .build();
    }

    @Bean
    JwtDecoder tokens() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(
                        new ImmutableJWKSet<>(new JWKSet(BankApi.SIGNING_KEY.toPublicJWK())))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer("https://login.bank.example"),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains("https://bank.example"))));
        return decoder;
    }
}
