package dev.naysayer.examples.bank;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * How the bank says no. Spring Security knows no {@code insufficient_user_authentication}, names no scope that is missing, and writes no
 * body; the challenge of a token that is bad or missing is its own.
 */
final class BankRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final BearerTokenAuthenticationEntryPoint challenges = new BearerTokenAuthenticationEntryPoint();
    private final AtomicReference<Way> way;

    BankRefusals(AtomicReference<Way> way) {
        this.way = way;
        challenges.setRealmName("bank");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        challenges.commence(request, response, failed);
        write(response, "Log in");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        LoginCheck.TooWeak tooWeak = tooWeak(denied);
        boolean asksForLogin = tooWeak != null && way.get() != Way.FORBIDDEN;
        response.setStatus(asksForLogin ? 401 : 403);
        response.setHeader("WWW-Authenticate", challenge(request, tooWeak));
        write(response, asksForLogin ? "Log in with the second factor" : "You may not");
    }

    private static LoginCheck.@Nullable TooWeak tooWeak(AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException because
                        && because.getAuthorizationResult() instanceof LoginCheck.TooWeak result
                ? result
                : null;
    }

    private String challenge(HttpServletRequest request, LoginCheck.@Nullable TooWeak tooWeak) {
        if (tooWeak == null) {
            return "Bearer realm=\"bank\", error=\"insufficient_scope\", scope=\"%s\""
                    .formatted(request.getRequestURI().equals("/accounts") ? "accounts:read" : LoginCheck.SCOPE);
        }
        return way.get() == Way.TAKEN_FOR_BAD_TOKEN
                ? "Bearer realm=\"bank\", error=\"invalid_token\""
                : "Bearer realm=\"bank\", error=\"insufficient_user_authentication\", "
                        + String.join(", ", List.copyOf(tooWeak.params()));
    }

    private static void write(HttpServletResponse response, String title) throws IOException {
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .print("{\"type\":\"https://bank.example/problems/refused\",\"title\":\"%s\",\"status\":%d}"
                        .formatted(title, response.getStatus()));
    }
}
