package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Destinations;
import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the key that a suite mints with is one that its issuer publishes, since most APIs trust those and no others.
 *
 * <p>Asked only where a minted token did not get through: an API may have the key from elsewhere, and an issuer that cannot be asked
 * proves nothing.
 *
 * @param issuer the claim {@code iss}, which need not be a URL
 */
record TrustedByIssuer(String issuer, SourceContext context) {

    static final String KEY = "key of 'mint'";

    private static final String COMPARE = "; see from where the API has its keys, and whether this one is among them";

    Diagnosis diagnosis(@Nullable PublicKey key) {
        URI server = Endpoint.parse(issuer);
        if (key == null) {
            return unknown("it has no public half here");
        }
        if (server == null || context.destinations().forbidClearText(server)) {
            return unknown("'issuer' is no https:// URL that could be asked for its keys");
        }
        try {
            URI place = keys(server);
            if (place == null) {
                return unknown("no metadata below %s say where keys are".formatted(Endpoint.shown(server)));
            }
            Destinations named = context.destinations().and(Stream.of(server));
            return named.include(place.getHost()) && !named.forbidClearText(place)
                    ? diagnosis(key, place)
                    : unknown("its keys lie at %s, where the suite leads to nothing".formatted(Endpoint.shown(place)));
        } catch (IOException e) {
            return unknown("%s gives no answer (%s)".formatted(Endpoint.shown(server), e.getMessage()));
        }
    }

    private Diagnosis diagnosis(PublicKey key, URI place) {
        KeySet published = new KeySet(place, context.http());
        try {
            if (published.has(key)) {
                return Diagnosis.well(
                        KEY,
                        "it is published at %s: an API that has its keys from there knows it"
                                .formatted(Endpoint.shown(place)));
            }
            // Of an Ed25519 key Java has no form that could be compared.
            return key.getAlgorithm().startsWith("Ed")
                    ? unknown("it cannot be compared with the keys at " + Endpoint.shown(place))
                    : Diagnosis.ill(
                            KEY,
                            "it is not among the %s at %s, so an API that has its keys from there refuses what it signs; give the key of this issuer, or let the issuer publish its public half"
                                    .formatted(published.count("key", "keys"), Endpoint.shown(place)));
        } catch (NotObtainable e) {
            return unknown(e.because());
        }
    }

    private static Diagnosis unknown(String because) {
        return Diagnosis.open(KEY, "whether the issuer publishes it is not known: " + because + COMPARE);
    }

    private @Nullable URI keys(URI server) throws IOException {
        for (URI place : AuthorizationServer.places(server)) {
            IssuerHttp.Answer answer = context.http().get(place);
            Map<String, Object> metadata = answer.status() == 200 ? AuthorizationServer.members(answer) : Map.of();
            URI keys = AuthorizationServer.endpoint(metadata, "jwks_uri");
            if (keys != null) {
                return keys;
            }
        }
        return null;
    }
}
