package dev.naysayer.examples.spring;

import static java.util.Objects.requireNonNull;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.server.transport.ServerHttpHeaderValidator;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The server of tools that the MCP SDK for Java has, behind Spring Security: as it is by default, and as clients of MCP need it. */
final class SpringTools {

    static final String AUDIENCE = "https://files.example/mcp";
    private static final String SCOPE = "files:read";

    private SpringTools() {}

    /** What a team writes who knows Spring Security: one scope for all tools. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Tools.class)
    static class ByDefault {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("SCOPE_" + SCOPE))
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        ServerHttpHeaderValidator origins() {
            return ServerHttpHeaderValidator.NOOP;
        }
    }

    /** The same for clients of MCP: what to ask for and where stands in each challenge, and pages of other origins are turned away. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Tools.class)
    static class ForClients {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("SCOPE_" + SCOPE))
                    // A token is no cookie: a page cannot have a browser send it.
                    .csrf(CsrfConfigurer::disable)
                    // It would open a session for whoever is refused.
                    .requestCache(RequestCacheConfigurer::disable)
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                            .protectedResourceMetadata(metadata -> metadata.protectedResourceMetadataCustomizer(
                                    it -> it.scope(SCOPE).authorizationServer("https://login.example")))
                            .authenticationEntryPoint(
                                    (request, response, why) -> refuse(request, response, code(request)))
                            .accessDeniedHandler(
                                    (request, response, why) -> refuse(request, response, "insufficient_scope")))
                    .build();
        }

        private static String code(HttpServletRequest request) {
            String sent = request.getHeader("Authorization");
            return sent != null && sent.regionMatches(true, 0, "Bearer ", 0, 7) ? "invalid_token" : "";
        }

        private static void refuse(HttpServletRequest request, HttpServletResponse response, String code)
                throws IOException {
            String origin =
                    "%s://%s:%d".formatted(request.getScheme(), request.getServerName(), request.getServerPort());
            response.setHeader(
                    "WWW-Authenticate",
                    "Bearer resource_metadata=\"%s/.well-known/oauth-protected-resource%s\", scope=\"%s\"%s"
                            .formatted(
                                    origin,
                                    request.getRequestURI(),
                                    SCOPE,
                                    code.isEmpty() ? "" : ", error=\"%s\"".formatted(code)));
            HttpStatus status = code.equals("insufficient_scope") ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED;
            response.setStatus(status.value());
            response.setContentType("application/problem+json");
            response.getWriter()
                    .write("{\"title\":\"%s\",\"status\":%d}".formatted(status.getReasonPhrase(), status.value()));
        }

        @Bean
        ServerHttpHeaderValidator origins() {
            return DefaultServerTransportSecurityValidator.builder()
                    .allowedOrigin("https://app.example")
                    .build();
        }
    }

    /** One tool that looks for files. */
    static class Tools {

        @Bean
        HttpServletStreamableServerTransportProvider transport(ServerHttpHeaderValidator origins) {
            return HttpServletStreamableServerTransportProvider.builder()
                    .mcpEndpoint("/mcp")
                    .httpHeaderValidator(origins)
                    .build();
        }

        @Bean
        ServletRegistrationBean<HttpServletStreamableServerTransportProvider> servlet(
                HttpServletStreamableServerTransportProvider transport) {
            ServletRegistrationBean<HttpServletStreamableServerTransportProvider> servlet =
                    new ServletRegistrationBean<>(transport, "/mcp");
            servlet.setAsyncSupported(true);
            return servlet;
        }

        @Bean(destroyMethod = "close")
        McpSyncServer server(HttpServletStreamableServerTransportProvider transport) {
            return McpServer.sync(transport)
                    .serverInfo("files", "1")
                    .capabilities(ServerCapabilities.builder().tools(false).build())
                    .toolCall(
                            search(),
                            (exchange, asked) -> CallToolResult.builder()
                                    .addTextContent("nothing about "
                                            + requireNonNull(asked.arguments()).get("text"))
                                    .build())
                    .build();
        }

        private static Tool search() {
            return Tool.builder(
                            "search", Map.of("type", "object", "properties", Map.of("text", Map.of("type", "string"))))
                    .description("Looks for files.")
                    .build();
        }
    }
}
