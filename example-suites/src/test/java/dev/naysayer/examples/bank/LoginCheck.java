package dev.naysayer.examples.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Asks for a scope, and for a login of a class, at most some minutes ago. */
final class LoginCheck implements AuthorizationManager<RequestAuthorizationContext> {

    static final String SCOPE = "transfers:write";
    private static final String CLASS = "gold";
    private static final String OTHER_CLASS = "platinum";
    private static final Duration MAX_AGE = Duration.ofMinutes(5);
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    /** Which login is missing: what the challenge says beside its code. */
    static final class TooWeak extends AuthorizationDecision {

        private static final long serialVersionUID = 1;

        private final transient List<String> params;

        TooWeak(List<String> params) {
            super(false);
            this.params = params;
        }

        List<String> params() {
            return params;
        }
    }

    private final AtomicReference<Way> way;

    LoginCheck(AtomicReference<Way> way) {
        this.way = way;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        if (!(authentication.get() instanceof JwtAuthenticationToken caller)) {
            return new AuthorizationDecision(false);
        }
        boolean scope = caller.getAuthorities().stream().anyMatch(it -> ("SCOPE_" + SCOPE).equals(it.getAuthority()));
        List<String> missing = missing(caller.getToken(), scope);
        if (missing.isEmpty() || (!scope && way.get() == Way.SCOPE_FIRST)) {
            return new AuthorizationDecision(scope);
        }
        return new TooWeak(missing);
    }

    /** What the challenge has to say; nothing where the login is as it has to be. */
    private List<String> missing(Jwt token, boolean scope) {
        List<String> missing = new ArrayList<>();
        if (!hasClass(token)) {
            missing.add("acr_values=\"%s\"".formatted(toldClasses()));
        }
        if (!isFresh(token)) {
            missing.add("max_age=\"%d\"".formatted(MAX_AGE.toSeconds()));
        }
        if (!missing.isEmpty() && !scope && way.get() != Way.LOGIN_ALONE) {
            missing.add("scope=\"%s\"".formatted(way.get() == Way.OTHER_SCOPE_TOLD ? "transfers:pay" : SCOPE));
        }
        return missing;
    }

    private Way now() {
        return Objects.requireNonNull(way.get());
    }

    private String toldClasses() {
        return switch (now()) {
            case OTHER_CLASS_TOLD -> OTHER_CLASS;
            case TWO_CLASSES, SECOND_CLASS_UNKNOWN -> CLASS + " " + OTHER_CLASS;
            default -> CLASS;
        };
    }

    private boolean hasClass(Jwt token) {
        String acr = token.getClaimAsString("acr");
        return way.get() == Way.LOGIN_NEVER_CHECKED
                || CLASS.equals(acr)
                || (OTHER_CLASS.equals(acr) && way.get() == Way.TWO_CLASSES)
                || (acr == null && way.get() == Way.MISSING_IS_ENOUGH);
    }

    private boolean isFresh(Jwt token) {
        Instant loggedIn = token.getClaimAsInstant("auth_time");
        if (way.get() == Way.LOGIN_NEVER_CHECKED || way.get() == Way.AGE_NEVER_CHECKED) {
            return true;
        }
        if (loggedIn == null) {
            return way.get() == Way.MISSING_IS_ENOUGH;
        }
        Duration longest = switch (now()) {
            case SHORTER_THAN_TOLD -> Duration.ofMinutes(2);
            case LONGER_THAN_TOLD -> Duration.ofMinutes(10);
            case NO_LEEWAY -> MAX_AGE;
            default -> MAX_AGE.plus(LEEWAY);
        };
        return !loggedIn.isBefore(Instant.now().minus(longest));
    }
}
