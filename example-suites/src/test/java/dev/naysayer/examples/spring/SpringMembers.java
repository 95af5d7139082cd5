package dev.naysayer.examples.spring;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Members of a club behind Spring Security's log-in with a form: as Spring has it by default, and as programs need it. */
final class SpringMembers {

    /** Made for this run. */
    static final String PASSWORD = UUID.randomUUID().toString();

    private SpringMembers() {}

    /** What a team writes for a web site, and not one word about programs. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Members.class, Form.class, Users.class})
    static class ByDefault {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }
    }

    /** The same for programs: statuses in place of pages, and the token against forged requests where a script finds it. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Members.class, Users.class})
    static class ForPrograms {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(CsrfConfigurer::spa)
                    // It would open a session for whoever is refused, to lead them back there.
                    .requestCache(RequestCacheConfigurer::disable)
                    .formLogin(form -> form.successHandler((request, response, who) -> response.setStatus(204))
                            .failureHandler((request, response, why) -> refuse(response, HttpStatus.UNAUTHORIZED)))
                    // The session ends by itself, and its cookie would stay.
                    .logout(logout -> logout.deleteCookies("JSESSIONID")
                            .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                    .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                    (request, response, why) -> refuse(response, HttpStatus.UNAUTHORIZED))
                            .accessDeniedHandler((request, response, why) -> refuse(response, HttpStatus.FORBIDDEN)))
                    .build();
        }

        private static void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
            response.setStatus(status.value());
            if (status == HttpStatus.UNAUTHORIZED) {
                // No auth-scheme is registered for sessions, and a 401 needs a challenge (RFC 9110 section 15.5.2).
                response.setHeader("WWW-Authenticate", "Session realm=\"members\"");
            }
            response.setContentType("application/problem+json");
            response.getWriter()
                    .write("{\"title\":\"%s\",\"status\":%d}".formatted(status.getReasonPhrase(), status.value()));
        }
    }

    /** The same for programs, without tokens: what another site can have a browser send unasked is no JSON, and is not read. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({JsonMembers.class, Users.class})
    static class WithoutTokens {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(CsrfConfigurer::disable)
                    .requestCache(RequestCacheConfigurer::disable)
                    .formLogin(form -> form.successHandler((request, response, who) -> response.setStatus(204)))
                    .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                            (request, response, why) -> ForPrograms.refuse(response, HttpStatus.UNAUTHORIZED)))
                    .build();
        }
    }

    /** Who may log in. */
    static class Users {

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("ada").password("{noop}" + PASSWORD).build());
        }
    }

    /** What there is to see, and to add. */
    @RestController
    static class Members {

        @GetMapping("/members")
        List<Map<String, String>> all() {
            return List.of(Map.of("name", "Ada"));
        }

        @PostMapping("/members")
        Map<String, String> add() {
            return Map.of("name", "Bo");
        }
    }

    /** The page on which members are added, with the token against forged requests in a hidden field. */
    @RestController
    static class Form {

        @GetMapping(path = "/members/new", produces = "text/html")
        String form(CsrfToken token) {
            return "<form method=post action=/members><input name=name><input type=hidden name=\"%s\" value=\"%s\"></form>"
                    .formatted(token.getParameterName(), token.getToken());
        }
    }

    /** What there is to add, as JSON and nothing else. */
    @RestController
    static class JsonMembers {

        @PostMapping("/members")
        Map<String, Object> add(@RequestBody Map<String, Object> member) {
            return member;
        }
    }
}
