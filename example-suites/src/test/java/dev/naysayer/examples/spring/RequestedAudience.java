package dev.naysayer.examples.spring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;

/**
 * Which API a token is asked for, by {@code resource} (RFC 8707 section 2) or by the {@code audience} that many servers
 * take; without either it is the Orders API.
 */
final class RequestedAudience {

    static final String ORDERS = "https://orders.example";
    static final String INVOICES = "https://invoices.example";

    private static final Set<String> KNOWN = Set.of(ORDERS, INVOICES);

    private RequestedAudience() {}

    /** The token's {@code aud}; an API that nobody knows ends the request. */
    static List<String> of(OAuth2TokenContext token) {
        OAuth2ClientCredentialsAuthenticationToken request = Objects.requireNonNull(token.getAuthorizationGrant());
        Map<String, Object> parameters = request.getAdditionalParameters();
        List<String> asked = Stream.of("audience", "resource")
                .flatMap(name -> values(parameters.get(name)))
                .distinct()
                .toList();
        if (!KNOWN.containsAll(asked)) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("invalid_target", "No tokens are given for this API", null));
        }
        return asked.isEmpty() ? List.of(ORDERS) : asked;
    }

    /** A parameter that is given more than once comes as an array; one without a value counts as left out (RFC 6749 section 3.2). */
    private static Stream<String> values(@Nullable Object parameter) {
        if (parameter instanceof String[] several) {
            return Stream.of(several);
        }
        return Stream.ofNullable(parameter).map(String::valueOf).filter(value -> !value.isEmpty());
    }
}
