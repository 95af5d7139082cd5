package dev.naysayer.engine.credential.scheme;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.Credential;
import java.util.List;
import java.util.Map;

/** {@code Authorization: Bearer <token>} (RFC 6750 section 2.1). */
final class BearerJwt implements AuthScheme {

    private static final String NAME = "Bearer";
    private static final String UNKNOWN = "Unknown";

    @Override
    public String name() {
        return "bearer";
    }

    @Override
    public String challengeScheme() {
        return NAME;
    }

    @Override
    public Credential carry(Secret token, Blueprint blueprint) {
        String scheme = blueprint.scheme() == Blueprint.Scheme.DECLARED ? NAME : UNKNOWN;
        return new Credential(Map.of("Authorization", new Secret(scheme + " " + token.reveal())), List.of(token));
    }
}
