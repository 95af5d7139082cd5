package dev.naysayer.examples.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.DigestAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.DigestAuthenticationFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** A camera's pictures behind Spring Security's Digest: as Spring's reference sets it up, and with what it does not look at. */
final class SpringPictures {

    /** Made for this run. */
    static final String PASSWORD = UUID.randomUUID().toString();

    /** As the suite says it, too. */
    private static final int NONCE_SECONDS = 2;

    private SpringPictures() {}

    /** The filter and its entry point, and nothing else. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Pictures.class, Digest.class})
    static class ByDefault {

        @Bean
        SecurityFilterChain rules(HttpSecurity http, UserDetailsService users) throws Exception {
            return Digest.guarded(http, users).build();
        }
    }

    /** The same with a look at each answer before it. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Pictures.class, Digest.class})
    static class Mended {

        @Bean
        SecurityFilterChain rules(HttpSecurity http, UserDetailsService users) throws Exception {
            return Digest.guarded(http, users)
                    .addFilterBefore(new Look(), DigestAuthenticationFilter.class)
                    .build();
        }

        /** Boot forwards each refusal to its error page; guarded as the rest it is refused there once more, with a second challenge. */
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        SecurityFilterChain errors(HttpSecurity http) throws Exception {
            return http.securityMatcher("/error")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    /** What Spring's filter leaves out: whether uri is what is asked for, whether qop is there and was offered, and a second name. */
    private static final class Look extends OncePerRequestFilter {

        private static final Pattern URI = Pattern.compile("[ ,]uri=\"([^\"]*)\"");
        private static final Pattern QOP = Pattern.compile("[ ,]qop=\"?auth\"?(,|$)");

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String field = request.getHeader("Authorization");
            if (field != null && field.startsWith("Digest ") && !isProper(field, request)) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            chain.doFilter(request, response);
        }

        private static boolean isProper(String field, HttpServletRequest request) {
            String query = request.getQueryString();
            String target = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
            return URI.matcher(field).results().map(it -> it.group(1)).toList().equals(List.of(target))
                    && QOP.matcher(field).find()
                    && !field.contains("username*=");
        }
    }

    /** Spring's Digest, as its reference says it. */
    static class Digest {

        static HttpSecurity guarded(HttpSecurity http, UserDetailsService users) throws Exception {
            DigestAuthenticationEntryPoint entry = new DigestAuthenticationEntryPoint();
            entry.setRealmName("pictures");
            entry.setKey(UUID.randomUUID().toString());
            entry.setNonceValiditySeconds(NONCE_SECONDS);
            DigestAuthenticationFilter digest = new DigestAuthenticationFilter();
            digest.setUserDetailsService(users);
            digest.setAuthenticationEntryPoint(entry);
            digest.setCreateAuthenticatedToken(true);
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(CsrfConfigurer::disable)
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .exceptionHandling(refusals -> refusals.authenticationEntryPoint(entry))
                    .addFilter(digest);
        }

        /** Digest needs the password itself, or its MD5 beside name and realm. */
        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(User.withUsername("tester")
                    .password(PASSWORD)
                    .authorities("view")
                    .build());
        }
    }

    /** What there is to see. */
    @RestController
    static class Pictures {

        @GetMapping("/pictures")
        List<Map<String, String>> all() {
            return List.of(Map.of("taken", "2026-03-01"));
        }
    }
}
