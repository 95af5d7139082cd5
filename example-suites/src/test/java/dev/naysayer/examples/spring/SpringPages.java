package dev.naysayer.examples.spring;

import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The ways in which teams let pages of another origin call an API on Spring Security. */
final class SpringPages {

    private static final String PAGES = "https://app.example";

    private SpringPages() {}

    /** As the reference has it: CORS stands in front of the checks. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(SpringOrdersController.class)
    static class InFrontOfSecurity {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(SpringOrders::whoMayDoWhat)
                    .cors(Customizer.withDefaults())
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        UrlBasedCorsConfigurationSource corsConfigurationSource() {
            CorsConfiguration pages = new CorsConfiguration();
            pages.setAllowedOrigins(origins());
            pages.setAllowedMethods(List.of("GET", "POST"));
            pages.setAllowedHeaders(List.of("Authorization", "Content-Type"));
            pages.setExposedHeaders(List.of("WWW-Authenticate"));
            UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
            source.registerCorsConfiguration("/**", pages);
            return source;
        }

        List<String> origins() {
            return List.of(PAGES);
        }
    }

    /** The same, where somebody once opened the page as a file. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(SpringOrdersController.class)
    static class NullOnTheList extends InFrontOfSecurity {

        @Override
        List<String> origins() {
            return List.of(PAGES, "null");
        }
    }

    /** The classic mistake: MVC knows of the pages, and Security, which stands before it, does not. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(SpringOrdersController.class)
    static class BehindSecurity {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(SpringOrders::whoMayDoWhat)
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .cors(cors -> cors.disable())
                    .build();
        }

        @Bean
        WebMvcConfigurer pages() {
            return ofMvc();
        }
    }

    /** What is often advised then: preflights need no credential, and all else stays as it is. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(SpringOrdersController.class)
    static class PreflightsForEverybody {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> {
                        requests.requestMatchers(HttpMethod.OPTIONS).permitAll();
                        SpringOrders.whoMayDoWhat(requests);
                    })
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .cors(cors -> cors.disable())
                    .build();
        }

        @Bean
        WebMvcConfigurer pages() {
            return ofMvc();
        }
    }

    private static WebMvcConfigurer ofMvc() {
        return new WebMvcConfigurer() {
            @Override
            public void addCorsMappings(CorsRegistry registry) {
                registry.addMapping("/**").allowedOrigins(PAGES).exposedHeaders("WWW-Authenticate");
            }
        };
    }
}
