package dev.naysayer.engine.credential;

import com.nimbusds.jose.jwk.JWK;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** CredentialMaker of a suite that mints with a key made for the test. */
final class TrialCredentials {

    static final Instant NOW = Instant.parse("2026-05-04T10:15:30.987Z");
    static final Duration LEEWAY = Duration.ofSeconds(60);
    static final List<String> SCOPES = List.of("orders:read", "orders:list");
    static final Blueprint GOOD = Blueprint.good("valid", SCOPES);

    private static final Position AT = new Position("orders.auth.yaml", 4, 11);

    private TrialCredentials() {}

    static CredentialMaker minting(JWK key, String algorithm) throws UnusableSource {
        return minting(key, algorithm, Map.of());
    }

    /** With further settings of the source. */
    static CredentialMaker minting(JWK key, String algorithm, Map<String, String> more) throws UnusableSource {
        Map<String, Setting> settings = new TreeMap<>(Map.of(
                "issuer", setting("https://issuer.example"),
                "audience", setting("https://orders.example"),
                "type", setting("orders+jwt"),
                "key", setting(key.toJSONString()),
                "algorithm", setting(algorithm)));
        more.forEach((name, value) -> settings.put(name, setting(value)));
        return CredentialMaker.open(
                new CredentialDeclaration(
                        new NamedSettings(AT, "bearer", Map.of()), List.of(new NamedSettings(AT, "mint", settings))),
                context());
    }

    static SourceContext context() {
        return new SourceContext(
                Clock.fixed(NOW, ZoneOffset.UTC),
                LEEWAY,
                Duration.ZERO,
                null,
                IssuerHttp.UNCONNECTED,
                Destinations.UNDECLARED,
                secret -> {},
                progress -> {});
    }

    private static Setting setting(String value) {
        return new Setting(AT, new Secret(value));
    }
}
