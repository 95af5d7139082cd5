package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a token endpoint.
 *
 * @param scope the parameter {@code scope} (RFC 6749 section 3.3), or null for the operation's own
 * @param audience the parameter {@code audience} that some servers know, or null to send none
 * @param resource the parameter {@code resource} (RFC 8707), or null to send none
 * @param otherScope a scope that no operation needs, or null
 * @param otherAudience an audience that is not the API, or null
 * @param otherResource a resource that is not the API, or null
 * @param otherAudienceScope a scope by which the server gives tokens for another API, or null
 */
record Wishes(
        @Nullable String scope,
        @Nullable String audience,
        @Nullable String resource,
        @Nullable String otherScope,
        @Nullable String otherAudience,
        @Nullable String otherResource,
        @Nullable String otherAudienceScope) {

    static Wishes of(NamedSettings declaration) {
        return new Wishes(
                declaration.text("scope"),
                declaration.text("audience"),
                declaration.text("resource"),
                declaration.text("other-scope"),
                declaration.text("other-audience"),
                declaration.text("other-resource"),
                declaration.text("other-audience-scope"));
    }

    boolean knowAnotherAudience() {
        return otherAudience != null || otherResource != null || otherAudienceScope != null;
    }

    /** Whether a token's audience holds the API that a good one is asked for. */
    boolean meanApi(Set<String> audiences) {
        return audiences.stream().anyMatch(name -> name.equals(audience) || name.equals(resource));
    }

    /** The parameters for a good token. */
    Map<String, Secret> good(List<String> scopes) {
        return parameters(goodScope(scopes), audience, resource);
    }

    /** The parameters for a token with another scope. */
    Map<String, Secret> withOtherScope() {
        return parameters(otherScope, audience, resource);
    }

    /** The parameters for a token for another API. */
    Map<String, Secret> forAnotherAudience(List<String> scopes) {
        return parameters(
                otherAudienceScope == null ? goodScope(scopes) : otherAudienceScope,
                otherAudience == null ? audience : otherAudience,
                otherResource == null ? resource : otherResource);
    }

    private @Nullable String goodScope(List<String> scopes) {
        return scope != null ? scope : scopes.isEmpty() ? null : String.join(" ", scopes);
    }

    private static Map<String, Secret> parameters(
            @Nullable String scope, @Nullable String audience, @Nullable String resource) {
        Map<String, Secret> parameters = new LinkedHashMap<>();
        put(parameters, "scope", scope);
        put(parameters, "audience", audience);
        put(parameters, "resource", resource);
        return parameters;
    }

    private static void put(Map<String, Secret> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, new Secret(value));
        }
    }
}
