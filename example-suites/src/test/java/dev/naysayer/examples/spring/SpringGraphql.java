package dev.naysayer.examples.spring;

import graphql.GraphqlErrorBuilder;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;

/** Orders by GraphQL: graphql-java behind Spring for GraphQL, and the ways in which teams put Spring Security in front. */
final class SpringGraphql {

    private SpringGraphql() {}

    /** Who may ask at all, the filters say; who may ask for a field, its method. Not one word about refusals. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableMethodSecurity
    @Import(Orders.class)
    static class ByDefault {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .build();
        }
    }

    /** The same for an API without cookies, which no other site can have asked in somebody's name; and a code for what is refused. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableMethodSecurity
    @Import(Orders.class)
    static class ForPrograms {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(CsrfConfigurer::disable)
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .build();
        }

        /** Whoever is asked for a field is known, so what is denied is a right. */
        @Bean
        DataFetcherExceptionResolver codes() {
            return DataFetcherExceptionResolver.forSingleError(
                    (exception, environment) -> exception instanceof AccessDeniedException
                            ? GraphqlErrorBuilder.newError(environment)
                                    .message("Forbidden")
                                    .errorType(ErrorType.FORBIDDEN)
                                    .extensions(Map.of("code", "FORBIDDEN"))
                                    .build()
                            : null);
        }
    }

    /** The endpoint is open to everybody, and each method looks after itself. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableMethodSecurity
    @Import(Orders.class)
    static class ByFields {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .csrf(CsrfConfigurer::disable)
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .build();
        }
    }

    /** An order, as {@code orders.graphqls} has it. */
    record Order(String id, String item) {}

    /** What there is to ask for. */
    @Controller
    static class Orders {

        @QueryMapping
        String shop() {
            return "Books";
        }

        @QueryMapping
        @PreAuthorize("hasAuthority('SCOPE_orders:read')")
        List<Order> orders() {
            return List.of(new Order("1001", "book"));
        }

        @MutationMapping
        @PreAuthorize("hasAuthority('SCOPE_orders:write')")
        Order place(@Argument String item) {
            return new Order("1002", item);
        }
    }
}
