package dev.naysayer.examples.spring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Doors behind Spring Security's Basic: as Spring has it by default, and with a lock by its events of authentication. */
final class SpringDoors {

    /** Made for this run. */
    static final String PASSWORD = UUID.randomUUID().toString();

    static final String TESTER_PASSWORD = UUID.randomUUID().toString();

    private static final Map<String, String> PASSWORDS = Map.of("anna", PASSWORD, "tester", TESTER_PASSWORD);

    private SpringDoors() {}

    /** What Spring does where nobody says a word about guessing. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Doors.class)
    static class ByDefault {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return basic(http);
        }

        @Bean
        UserDetailsService users() {
            return name -> user(name).build();
        }
    }

    /** Three failures lock an account for a while, as Spring's own contract of {@code UserDetails} has it. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Doors.class, Failures.class})
    static class Locking {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return basic(http);
        }

        @Bean
        UserDetailsService users(Failures failures) {
            return name -> user(name).accountLocked(failures.areTooMany(name)).build();
        }
    }

    private static SecurityFilterChain basic(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    private static User.UserBuilder user(String name) {
        if (!PASSWORDS.containsKey(name)) {
            throw new UsernameNotFoundException(name);
        }
        return User.withUsername(name).password("{noop}" + PASSWORDS.get(name));
    }

    /** Counts by the name that was sent. */
    static class Failures {

        private static final int TOO_MANY = 3;
        private static final Duration WHILE = Duration.ofMillis(900);

        private record Count(int failures, Instant last) {}

        private final Map<String, Count> counts = new ConcurrentHashMap<>();

        @EventListener
        void failed(AuthenticationFailureBadCredentialsEvent event) {
            counts.merge(
                    event.getAuthentication().getName(),
                    new Count(1, Instant.now()),
                    (before, one) -> new Count(isOver(before) ? 1 : before.failures() + 1, one.last()));
        }

        @EventListener
        void succeeded(AuthenticationSuccessEvent event) {
            counts.remove(event.getAuthentication().getName());
        }

        boolean areTooMany(String name) {
            Count count = counts.get(name);
            return count != null && count.failures() >= TOO_MANY && !isOver(count);
        }

        private static boolean isOver(Count count) {
            return count.last().plus(WHILE).isBefore(Instant.now());
        }
    }

    @RestController
    static class Doors {

        @GetMapping("/doors")
        Map<String, List<String>> doors() {
            return Map.of("doors", List.of("front"));
        }
    }
}
