package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.mover.Mover;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authorization server's no (RFC 6749 section 5.2).
 *
 * @param status the status code
 * @param code the error code, or null where the answer holds none that is registered: any other text may be a secret
 */
record OauthError(int status, @Nullable String code) {

    static final String UNSUPPORTED_TOKEN_TYPE = "unsupported_token_type";

    private static final String SERVER_ERROR = "server_error";
    private static final String TEMPORARILY_UNAVAILABLE = "temporarily_unavailable";
    private static final String INVALID_GRANT = "invalid_grant";

    private static final Set<String> REGISTERED = Set.of(
            "invalid_request",
            "invalid_client",
            INVALID_GRANT,
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
            "invalid_target",
            "access_denied",
            SERVER_ERROR,
            TEMPORARILY_UNAVAILABLE,
            "use_dpop_nonce",
            "invalid_dpop_proof",
            UNSUPPORTED_TOKEN_TYPE);

    /** The client is known, and does not get this. */
    private static final Set<String> REFUSALS =
            Set.of("invalid_scope", "invalid_target", "access_denied", "unauthorized_client");

    static OauthError of(IssuerHttp.Answer answer) {
        try {
            Object code = JSONObjectUtils.parse(answer.body()).get("error");
            return new OauthError(
                    answer.status(), code instanceof String text && REGISTERED.contains(text) ? text : null);
        } catch (ParseException e) {
            return new OauthError(answer.status(), null);
        }
    }

    /** Whether the server knows the client, and only does not want to give what was asked for. */
    boolean refusesRequest() {
        return status >= 400 && status < 500 && code != null && REFUSALS.contains(code);
    }

    /** Whose move it is. */
    Mover mover() {
        return SERVER_ERROR.equals(code) || TEMPORARILY_UNAVAILABLE.equals(code)
                ? Mover.IDENTITY_PROVIDER
                : StatusWords.mover(status);
    }

    /** Whether the server does not take the password or the refresh token. */
    boolean refusesGrant() {
        return INVALID_GRANT.equals(code);
    }

    /**
     * What to change.
     *
     * @param endpointSetting the setting that leads to the endpoint
     * @param clientSettings the settings that say who the client is
     * @param grantType what was asked with
     */
    String nextStep(String endpointSetting, String clientSettings, GrantType grantType) {
        String byCode = code == null ? null : byCode(code, clientSettings, grantType);
        if (byCode != null) {
            return byCode;
        }
        if (status >= 300 && status < 400) {
            return "give the URL that it leads to, no redirect is followed; check '%s'".formatted(endpointSetting);
        }
        return switch (status) {
            case 400, 401, 403 -> "check " + clientSettings;
            case 404, 405 -> "check '%s'".formatted(endpointSetting);
            case 429, 503 -> StatusWords.nextStep(status);
            default -> status >= 500 ? "look into the server's log" : "check '%s'".formatted(endpointSetting);
        };
    }

    private static @Nullable String byCode(String code, String clientSettings, GrantType grantType) {
        return switch (code) {
            case "invalid_client" -> "check " + clientSettings;
            case "unauthorized_client", "access_denied", "unsupported_grant_type" ->
                "let the server allow this client the grant %s, with what it asks for".formatted(grantType.name());
            case INVALID_GRANT -> grantType.remedy();
            case "invalid_scope" ->
                "let the server allow this client the scopes of the operations, or give 'scope' in their place";
            case "invalid_target" -> "check 'audience' and 'resource'";
            case SERVER_ERROR, TEMPORARILY_UNAVAILABLE -> "look into the server's log";
            case "use_dpop_nonce", "invalid_dpop_proof" -> "let it give this client bearer tokens";
            default -> null;
        };
    }

    /** {@code 400 invalid_scope}. */
    @Override
    public String toString() {
        return code == null ? String.valueOf(status) : status + " " + code;
    }
}
