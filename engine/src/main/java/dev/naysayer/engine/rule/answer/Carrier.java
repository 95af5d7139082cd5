package dev.naysayer.engine.rule.answer;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Presentation.Place;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.plan.ContractCase;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the credential of a case traveled.
 *
 * @param place header, query or cookie; null where that is not known
 * @param name of the field, parameter or cookie
 */
record Carrier(@Nullable Place place, String name) {

    private static final Set<Trait> PLACES = EnumSet.of(Trait.AUTHORIZATION, Trait.HEADER, Trait.QUERY, Trait.COOKIE);

    /** The conditions whose whole point is another place. */
    static final Map<String, Carrier> ELSEWHERE = Map.of(
            "token-in-query", new Carrier(Place.QUERY, "access_token"),
            "token-in-cookie", new Carrier(Place.COOKIE, "access_token"),
            "token-in-x-auth-token", new Carrier(Place.HEADER, "X-Auth-Token"),
            "token-in-x-access-token", new Carrier(Place.HEADER, "X-Access-Token"),
            "key-in-header", new Carrier(Place.HEADER, "X-API-Key"),
            "key-in-query", new Carrier(Place.QUERY, "api_key"),
            "key-in-cookie", new Carrier(Place.COOKIE, "api_key"));

    /** As the suite declares it, or as the condition has it. */
    static Carrier of(ContractCase it) {
        Carrier elsewhere = ELSEWHERE.get(it.condition().info().name());
        return elsewhere == null ? declared(it.presents().varied()) : elsewhere;
    }

    /** Those of the credentials that stay good beside it. */
    static Stream<Carrier> beside(ContractCase it) {
        return it.presents().beside().stream().map(Carrier::declared);
    }

    /** The cookies in which credentials of the suite travel, by their names. */
    static Set<String> cookies(Suite suite) {
        return suite.credentials().stream()
                .map(Carrier::declared)
                .filter(carrier -> carrier.place() == Place.COOKIE)
                .map(Carrier::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whoever asserts in Java names a scheme alone, and so leaves the place of an API key open. */
    private static Carrier declared(CredentialDeclaration credential) {
        NamedSettings declared = credential.scheme();
        AuthScheme scheme = AuthSchemes.named(declared.name());
        Set<Trait> traits = scheme.traits(declared);
        if (Collections.disjoint(traits, PLACES)) {
            return new Carrier(null, "");
        }
        Presentation shown = scheme.present(declared, new Secret("any"));
        return new Carrier(shown.place(), shown.name());
    }

    /** The one field that caches know to be a credential (RFC 9111 section 3.5). */
    boolean isAuthorization() {
        return place == Place.HEADER && name.equalsIgnoreCase("Authorization");
    }

    /** The field that tells two requests apart; empty where the URL does, and where the place is not known. */
    String field() {
        if (place == Place.COOKIE) {
            return "Cookie";
        }
        return place == Place.HEADER ? name : "";
    }
}
