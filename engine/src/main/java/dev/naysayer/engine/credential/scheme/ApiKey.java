package dev.naysayer.engine.credential.scheme;

import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Presentation.Place;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A key in a header field, a query parameter or a cookie that the API names. */
final class ApiKey implements AuthScheme {

    private static final String PREFIX = "prefix";

    private static final Predicate<String> PARAMETER = Pattern.compile("[!-~]+").asMatchPredicate();

    /** One place where a key can travel. */
    private record Carrier(String key, Place place, Trait trait, Predicate<String> name, String nextStep) {}

    private static final List<Carrier> CARRIERS = List.of(
            new Carrier("header", Place.HEADER, Trait.HEADER, HttpToken::is, "write a field name: header: X-API-Key"),
            new Carrier("query", Place.QUERY, Trait.QUERY, PARAMETER, "write a parameter name: query: api_key"),
            new Carrier("cookie", Place.COOKIE, Trait.COOKIE, HttpToken::is, "write a cookie name: cookie: api_key"));

    @Override
    public String name() {
        return "api-key";
    }

    @Override
    public Form form() {
        return Form.of(
                "`api-key`",
                Key.text("header", "a header's name").like("X-API-Key"),
                Key.text("query", "a query parameter's name").like("api_key"),
                Key.text("cookie", "a cookie's name").like("api_key"),
                Key.text(PREFIX, "one word that stands before the key, parted by a blank; only with `header`")
                        .otherwise("nothing stands before it")
                        .like("ApiKey"));
    }

    @Override
    public Set<Trait> traits(NamedSettings declaration) {
        Set<Trait> traits = EnumSet.of(Trait.ANY, Trait.API_KEY);
        declared(declaration).forEach(carrier -> traits.add(carrier.trait()));
        boolean inAuthorization = "Authorization".equalsIgnoreCase(declaration.text("header"));
        // A prefix there is an auth-scheme, registered or not.
        if (inAuthorization && declaration.text(PREFIX) != null) {
            traits.add(Trait.AUTHORIZATION);
        }
        return traits;
    }

    @Override
    public @Nullable String challengeScheme() {
        return null;
    }

    @Override
    public void check(NamedSettings declaration) throws UnusableSource {
        List<Carrier> declared = declared(declaration);
        if (declared.isEmpty()) {
            throw new UnusableSource(
                    declaration.at(),
                    "'api-key' does not say where the key travels",
                    "add 'header', 'query' or 'cookie' with the name that carries it");
        }
        if (declared.size() > 1) {
            throw new UnusableSource(
                    declaration.get(declared.get(1).key()).at(),
                    "a key travels in one place, and this is a second one",
                    "keep one of 'header', 'query' and 'cookie'");
        }
        Carrier carrier = declared.get(0);
        require(declaration, carrier.key(), carrier.name(), carrier.nextStep());
        if (declaration.text(PREFIX) != null) {
            if (carrier.place() != Place.HEADER) {
                throw new UnusableSource(
                        declaration.get(PREFIX).at(),
                        "'prefix' stands before a key in a header, and this key travels elsewhere",
                        "leave 'prefix' out");
            }
            require(declaration, PREFIX, HttpToken::is, "write one word: prefix: ApiKey");
            refuseOtherScheme(declaration);
        }
    }

    private static void require(NamedSettings declaration, String key, Predicate<String> form, String nextStep)
            throws UnusableSource {
        Setting setting = declaration.get(key);
        if (!form.test(setting.value().reveal())) {
            throw new UnusableSource(setting.at(), "'%s' is no name that can be sent".formatted(key), nextStep);
        }
    }

    /** A key behind Bearer is a bearer token: the conditions for keys would take the good one for a wrong one. */
    private static void refuseOtherScheme(NamedSettings declaration) throws UnusableSource {
        String prefix = declaration.get(PREFIX).value().reveal();
        for (String scheme : List.of("bearer", "basic", "digest")) {
            if (prefix.equalsIgnoreCase(scheme)) {
                throw new UnusableSource(
                        declaration.get(PREFIX).at(),
                        "what stands behind this prefix is no API key",
                        "declare the scheme '%s' in place of 'api-key'".formatted(scheme));
            }
        }
    }

    /** In the order of the file, so that the second is the one too many. */
    private static List<Carrier> declared(NamedSettings declaration) {
        return CARRIERS.stream()
                .filter(carrier -> declaration.text(carrier.key()) != null)
                .sorted(Comparator.comparing(
                        carrier -> declaration.get(carrier.key()).at(),
                        Comparator.comparingInt(Position::line).thenComparingInt(Position::column)))
                .toList();
    }

    @Override
    public Presentation present(NamedSettings declaration, Secret credential) {
        Carrier carrier = declared(declaration).get(0);
        return new Presentation(
                carrier.place(),
                Objects.requireNonNull(declaration.text(carrier.key())),
                Objects.requireNonNullElse(declaration.text(PREFIX), ""),
                credential);
    }
}
