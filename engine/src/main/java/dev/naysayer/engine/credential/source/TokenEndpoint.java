package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.mover.Mover;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks an authorization server for tokens, and to take them back. */
final class TokenEndpoint {

    private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();

    private final AuthorizationServer server;
    private final ClientAuthentication client;
    private final GrantType grantType;
    private final SourceContext context;

    /** What the server said of a password or a refresh token that it does not take: many tries lock users out. */
    private volatile @Nullable SourceFailed notTaken;

    TokenEndpoint(AuthorizationServer server, ClientAuthentication client, GrantType grantType, SourceContext context) {
        this.server = server;
        this.client = client;
        this.grantType = grantType;
        this.context = context;
    }

    /** What is to be said of the server, which has given a token. */
    List<Diagnosis> diagnoses() {
        return server.diagnoses();
    }

    /** The server knows the client and does not give it this: a matter of what was asked. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final transient OauthError error;

        private Refused(OauthError error, String message) {
            super(message);
            this.error = error;
        }

        OauthError error() {
            return error;
        }
    }

    /** The token endpoint, as it is shown. */
    String shown() throws SourceFailed {
        return Endpoint.shown(server.endpoints().token());
    }

    boolean revokes() throws SourceFailed {
        return server.endpoints().revocation() != null;
    }

    /** Whether asking may use up what is asked with. */
    boolean spends() {
        return grantType.isSpent();
    }

    /** Asks for a token. */
    Grant ask(Map<String, Secret> wishes) throws SourceFailed, Refused {
        if (!spends()) {
            return granted(wishes);
        }
        synchronized (grantType) {
            return granted(wishes);
        }
    }

    private Grant granted(Map<String, Secret> wishes) throws SourceFailed, Refused {
        SourceFailed before = notTaken;
        if (before != null) {
            throw before;
        }
        URI token = server.endpoints().token();
        Map<String, Secret> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", new Secret(grantType.name()));
        parameters.putAll(grantType.parameters());
        parameters.putAll(wishes);
        IssuerHttp.Answer answer = post(token, parameters);
        if (answer.status() == 200) {
            return grant(token, answer);
        }
        OauthError error = OauthError.of(answer);
        String nextStep = error.nextStep(server.setting(), client.settings(), grantType);
        SourceFailed failed = failed(
                token, "gives no token, it answers " + error + StatusWords.more(answer), nextStep, error.mover());
        if (error.refusesRequest()) {
            throw new Refused(error, String.valueOf(failed.getMessage()));
        }
        if (error.refusesGrant() && grantType.remedy() != null) {
            notTaken = failed;
        }
        throw failed;
    }

    private IssuerHttp.Answer post(URI endpoint, Map<String, Secret> parameters) throws SourceFailed {
        server.requireNamed(endpoint);
        Map<String, Secret> form = new LinkedHashMap<>(parameters);
        Map<String, Secret> headers = new LinkedHashMap<>();
        client.authenticate(server.endpoints().token(), form, headers);
        try {
            return context.http().post(endpoint, form, headers);
        } catch (IOException e) {
            throw new SourceFailed(
                    "%s gives no answer (%s): check '%s' and that the server can be reached from here"
                            .formatted(Endpoint.shown(endpoint), e.getMessage(), server.setting()),
                    StatusWords.mover(e));
        }
    }

    private Grant grant(URI endpoint, IssuerHttp.Answer answer) throws SourceFailed {
        Map<String, Object> members = members(answer)
                .orElseThrow(() -> failed(
                        endpoint,
                        answer.mediaType().contains("html") ? "answers with a page" : "answers with what is no JSON",
                        "check '%s'".formatted(server.setting()),
                        Mover.SUITE));
        if (!(members.get("access_token") instanceof String text)) {
            throw failed(
                    endpoint,
                    "gives no access_token in its answer",
                    "check '%s'".formatted(server.setting()),
                    Mover.SUITE);
        }
        Secret token = new Secret(text);
        context.secrets().accept(token);
        if (members.get("refresh_token") instanceof String next && !next.isBlank()) {
            Secret refreshToken = new Secret(next);
            context.secrets().accept(refreshToken);
            grantType.next(refreshToken);
        }
        Optional<String> fault = TokenText.fault(text);
        if (fault.isPresent()) {
            throw failed(
                    endpoint,
                    "gives an access_token that " + fault.get(),
                    "look into the server's log",
                    Mover.IDENTITY_PROVIDER);
        }
        if (members.get("token_type") instanceof String type && !type.equalsIgnoreCase("Bearer")) {
            throw failed(
                    endpoint,
                    "gives tokens that are not of the type Bearer",
                    "let it give this client bearer tokens",
                    Mover.SUITE);
        }
        String scope = members.get("scope") instanceof String granted ? granted : null;
        return new Grant(token, context.clock().instant(), lifetime(members.get("expires_in")), scope);
    }

    /** In seconds (RFC 6749 section 5.1); some servers put it in quotes. */
    private static @Nullable Duration lifetime(@Nullable Object expiresIn) {
        try {
            double seconds = expiresIn instanceof Number number
                    ? number.doubleValue()
                    : expiresIn instanceof String text ? Double.parseDouble(text) : -1;
            return seconds > 0 ? Duration.ofSeconds(Math.min((long) seconds, LONGEST_LIFE)) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * Takes a token back (RFC 7009 section 2.1).
     *
     * @return whether the server did so; false where it says that it does not revoke access tokens
     */
    boolean revoke(Secret token) throws SourceFailed {
        URI revocation = server.endpoints().revocation();
        if (revocation == null) {
            return false;
        }
        IssuerHttp.Answer answer =
                post(revocation, Map.of("token", token, "token_type_hint", new Secret("access_token")));
        if (answer.status() == 200 || answer.status() == 204) {
            return true;
        }
        OauthError error = OauthError.of(answer);
        if (OauthError.UNSUPPORTED_TOKEN_TYPE.equals(error.code())) {
            return false;
        }
        String setting = server.setting().equals("issuer") ? "issuer" : "revocation-endpoint";
        throw failed(
                revocation,
                "does not revoke, it answers " + error + StatusWords.more(answer),
                error.nextStep(setting, client.settings(), grantType),
                error.mover());
    }

    private static Optional<Map<String, Object>> members(IssuerHttp.Answer answer) {
        try {
            return Optional.of(JSONObjectUtils.parse(answer.body()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static SourceFailed failed(URI endpoint, String what, String nextStep, Mover mover) {
        return new SourceFailed("%s %s: %s".formatted(Endpoint.shown(endpoint), what, nextStep), mover);
    }
}
