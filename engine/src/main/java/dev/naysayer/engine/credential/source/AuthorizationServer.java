package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.jwt.PublishedKey;
import dev.naysayer.engine.mover.Mover;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an authorization server is spoken to: as the suite says, or as the server's metadata says. */
final class AuthorizationServer {

    /**
     * The endpoints.
     *
     * @param token gives tokens
     * @param revocation takes them back (RFC 7009), or null where the server does not say
     * @param keys has the keys that they are signed with, or null where the server does not say
     */
    record Endpoints(
            URI token, @Nullable URI revocation, @Nullable URI keys) {}

    private final @Nullable URI issuer;
    private final @Nullable URI revocation;
    private final @Nullable URI keys;
    private final SourceContext context;
    private final Destinations named;
    private @Nullable Endpoints known;

    private AuthorizationServer(
            @Nullable URI issuer,
            @Nullable URI revocation,
            @Nullable URI keys,
            SourceContext context,
            @Nullable Endpoints known) {
        this.issuer = issuer;
        this.revocation = revocation;
        this.keys = keys;
        this.context = context;
        this.named =
                context.destinations().and(Stream.of(issuer, revocation, keys, known == null ? null : known.token()));
        this.known = known;
    }

    static AuthorizationServer of(URI token, @Nullable URI revocation, @Nullable URI keys, SourceContext context) {
        return new AuthorizationServer(null, revocation, keys, context, new Endpoints(token, revocation, keys));
    }

    /** Asks for the metadata when an endpoint is needed for the first time. */
    static AuthorizationServer discovered(
            URI issuer, @Nullable URI revocation, @Nullable URI keys, SourceContext context) {
        return new AuthorizationServer(issuer, revocation, keys, context, null);
    }

    /** The setting that leads to the token endpoint. */
    String setting() {
        return issuer == null ? "token-endpoint" : "issuer";
    }

    synchronized Endpoints endpoints() throws SourceFailed {
        if (known == null && issuer != null) {
            known = discover(issuer);
        }
        if (known == null) {
            throw new SourceFailed("no token endpoint is known: give 'token-endpoint'");
        }
        return known;
    }

    /**
     * Whether the client's secret may go to an endpoint.
     *
     * <p>Problem: metadata come from a server, and whoever can change them leads the secret to a host of his own. Choice: what a suite
     * does not name gets none.
     */
    void requireNamed(URI endpoint) throws SourceFailed {
        if (!named.include(endpoint.getHost())) {
            throw new SourceFailed(
                    "the issuer's metadata lead to %s, and the suite does not name that host, so it gets no secret: add 'hosts: [%s]' to the suite if it belongs to the issuer"
                            .formatted(Endpoint.shown(endpoint), endpoint.getHost()));
        }
        if (named.forbidClearText(endpoint)) {
            throw new SourceFailed(
                    "the issuer's metadata lead to %s, and plain http to another machine gets no secret: let the issuer name https://, or say why it may be: 'allow-plain-http: …' at the top of the suite"
                            .formatted(Endpoint.shown(endpoint)));
        }
    }

    /** The keys that its tokens are signed with; where they are is asked for when one is needed. */
    PublishedKey keys(IssuerHttp overHttp) {
        AtomicReference<@Nullable KeySet> set = new AtomicReference<>();
        return good -> {
            if (set.get() == null) {
                set.compareAndSet(null, new KeySet(published(), overHttp));
            }
            return Objects.requireNonNull(set.get()).of(good);
        };
    }

    /** What is to be said of a server that has given a token. */
    List<Diagnosis> diagnoses() {
        Endpoints found = known;
        if (found == null) {
            return List.of();
        }
        String keys;
        try {
            URI place = published();
            keys = "%s published at %s"
                    .formatted(new KeySet(place, context.http()).count("key is", "keys are"), Endpoint.shown(place));
        } catch (NotObtainable e) {
            keys = "its keys are not known, which only hmac-public-key-* need: " + e.because();
        }
        return List.of(Diagnosis.well(
                "issuer " + Endpoint.shown(issuer == null ? found.token() : issuer),
                (issuer == null ? "%s gives tokens; %s" : "its metadata lead to %s, which gives tokens; %s")
                        .formatted(Endpoint.shown(found.token()), keys)));
    }

    private URI published() throws NotObtainable {
        try {
            URI place = endpoints().keys();
            if (place != null && named.include(place.getHost()) && !named.forbidClearText(place)) {
                return place;
            }
            if (place != null) {
                throw new NotObtainable(
                        "the authorization server's keys lie at %s, where the suite leads to nothing"
                                .formatted(Endpoint.shown(place)),
                        "'jwks' below 'client-credentials' with that URL, if it is https and belongs to the issuer");
            }
            throw new NotObtainable(
                    "the authorization server does not say where its keys are", "'jwks' below 'client-credentials'");
        } catch (SourceFailed e) {
            throw new NotObtainable(String.valueOf(e.getMessage()), "'jwks' below 'client-credentials'");
        }
    }

    private Endpoints discover(URI issuer) throws SourceFailed {
        List<String> said = new ArrayList<>();
        Mover mover = Mover.SUITE;
        for (URI place : places(issuer)) {
            IssuerHttp.Answer answer = answer(place);
            Map<String, Object> metadata = answer.status() == 200 ? members(answer) : Map.of();
            if (!metadata.isEmpty()) {
                return endpoints(issuer, place, metadata);
            }
            if (answer.status() != 200 && answer.status() != 404) {
                said.add("%s answers %s".formatted(Endpoint.shown(place), StatusWords.of(answer)));
                mover = mover == Mover.SUITE ? StatusWords.mover(answer.status()) : mover;
            }
        }
        String where = said.isEmpty()
                ? ", neither as oauth-authorization-server nor as openid-configuration"
                : " (%s)".formatted(String.join(", ", said));
        throw new SourceFailed(
                "no metadata in JSON below %s%s: check 'issuer', or give 'token-endpoint' in its place"
                        .formatted(Endpoint.shown(issuer), where),
                mover);
    }

    /** Whoever has no time for one request should not be sent the next. */
    private IssuerHttp.Answer answer(URI place) throws SourceFailed {
        try {
            IssuerHttp.Answer answer = context.http().get(place);
            if (answer.status() == 429 || answer.status() == 503) {
                throw new SourceFailed(
                        "%s answers %s: %s"
                                .formatted(
                                        Endpoint.shown(place),
                                        StatusWords.of(answer),
                                        StatusWords.nextStep(answer.status())),
                        StatusWords.mover(answer.status()));
            }
            return answer;
        } catch (IOException e) {
            throw new SourceFailed(
                    "%s gives no answer (%s): check 'issuer' and that the server can be reached from here"
                            .formatted(Endpoint.shown(place), e.getMessage()),
                    StatusWords.mover(e));
        }
    }

    /** RFC 8414 section 3.1 puts the well-known name before the issuer's path, OpenID Connect Discovery 1.0 behind it. */
    static List<URI> places(URI issuer) {
        String path = issuer.getRawPath() == null ? "" : issuer.getRawPath().replaceFirst("/+$", "");
        String host = Endpoint.shown(issuer.resolve("/")).replaceFirst("/+$", "");
        return List.of(
                URI.create(host + "/.well-known/oauth-authorization-server" + path),
                URI.create(host + path + "/.well-known/openid-configuration"));
    }

    /** A server without such a document may answer anything, a page included; so nothing but JSON counts. */
    static Map<String, Object> members(IssuerHttp.Answer answer) {
        try {
            return JSONObjectUtils.parse(answer.body());
        } catch (ParseException e) {
            return Map.of();
        }
    }

    /** The issuer in its metadata has to be the one that was asked (RFC 8414 section 3.3). */
    private Endpoints endpoints(URI issuer, URI place, Map<String, Object> metadata) throws SourceFailed {
        if (!(metadata.get("issuer") instanceof String named)
                || !withoutSlash(named).equals(withoutSlash(issuer))) {
            throw new SourceFailed("the metadata at %s is that of another issuer: give 'issuer' as it stands there"
                    .formatted(Endpoint.shown(place)));
        }
        URI token = endpoint(metadata, "token_endpoint");
        if (token == null) {
            throw new SourceFailed(
                    "the metadata at %s names no token endpoint: give 'token-endpoint' in place of 'issuer'"
                            .formatted(Endpoint.shown(place)));
        }
        return new Endpoints(
                token,
                revocation == null ? endpoint(metadata, "revocation_endpoint") : revocation,
                keys == null ? endpoint(metadata, "jwks_uri") : keys);
    }

    private static String withoutSlash(Object issuer) {
        return issuer.toString().replaceFirst("/+$", "");
    }

    static @Nullable URI endpoint(Map<String, Object> metadata, String name) {
        return metadata.get(name) instanceof String text ? Endpoint.parse(text) : null;
    }
}
