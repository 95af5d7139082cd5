package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.digest.DigestReply;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A scheme as a suite may declare it, with a good credential made for this run.
 *
 * @param name the table that says what its conditions put onto the wire
 * @param good the token, key or pair
 */
record Trial(String name, AuthScheme scheme, NamedSettings declaration, String good, Map<String, String> marks) {

    private static final Position AT = new Position("orders.auth.yaml", 4, 3);

    static final List<Trial> ALL = List.of(
            token("bearer", "bearer", Map.of()),
            basic(),
            digest(),
            client("client-in-header", Map.of()),
            client("client-in-form", Map.of("authentication", "client_secret_post")),
            publicClient(),
            token("api-key-in-header", "api-key", Map.of("header", "X-API-Key")),
            token("api-key-with-prefix", "api-key", Map.of("header", "Authorization", "prefix", "ApiKey")),
            token("api-key-in-query", "api-key", Map.of("query", "key")),
            token("api-key-in-cookie", "api-key", Map.of("cookie", "key")),
            token("session", "session", Map.of("cookie", "SESSION")),
            token("csrf", "csrf", Map.of("header", "X-CSRF-Token")),
            token("csrf-in-form", "csrf", Map.of("field", "_csrf")),
            token("csrf-with-cookie", "csrf", Map.of("header", "X-XSRF-TOKEN", "cookie", "XSRF-TOKEN")));

    /** What differs in the claims of a token travels as the good one does. */
    private static final Set<ConditionGroup> OF_CLAIMS = Set.of(ConditionGroup.JWT, ConditionGroup.STEP_UP);

    /** What a source alone can bring about changes no text and no carriage. */
    private static final Set<TokenNeed> ONLY_A_SOURCE = Set.of(
            TokenNeed.Kind.REVOKED,
            TokenNeed.Kind.EXPIRED,
            TokenNeed.Kind.OTHER_CLIENT,
            TokenNeed.Kind.OTHER_SESSION,
            TokenNeed.Kind.BEFORE_LOGIN);

    static Trial named(String name) {
        return ALL.stream()
                .filter(trial -> trial.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Trial token(String name, String scheme, Map<String, String> settings) {
        return new Trial(name, AuthSchemes.named(scheme), settings(scheme, settings), Marks.TOKEN, Marks.ofToken());
    }

    private static Trial basic() {
        return new Trial(
                "basic",
                AuthSchemes.named("basic"),
                settings("basic", Map.of()),
                Marks.USER + ":" + Marks.PASSWORD,
                Marks.ofPair());
    }

    private static Trial client(String name, Map<String, String> settings) {
        return new Trial(
                name,
                AuthSchemes.named("client"),
                settings("client", settings),
                Marks.USER + ":" + Marks.PASSWORD,
                Marks.ofPair());
    }

    private static Trial publicClient() {
        return new Trial(
                "client-without-secret",
                AuthSchemes.named("client"),
                settings("client", Map.of("authentication", "none")),
                Marks.USER,
                Marks.ofPair());
    }

    private static Trial digest() {
        return new Trial(
                "digest",
                AuthSchemes.named("digest"),
                settings("digest", Map.of()),
                Marks.USER + ":" + Marks.PASSWORD,
                Marks.ofPair());
    }

    static NamedSettings settings(String scheme, Map<String, String> texts) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        texts.forEach((key, text) -> settings.put(key, new Setting(AT, new Secret(text))));
        return new NamedSettings(AT, scheme, settings);
    }

    Set<Trait> traits() {
        return scheme.traits(declaration);
    }

    /** The conditions that change how a credential travels or what its text is, and that make sense for the scheme. */
    List<CredentialCondition> conditions() {
        return CredentialConditions.ALL.stream()
                .filter(condition -> !OF_CLAIMS.contains(condition.info().group()))
                // Nothing else is tried at the endpoints that a client asks.
                .filter(condition -> !traits().contains(Trait.CLIENT) || isOfEndpoint(condition))
                .filter(condition -> traits().contains(condition.info().appliesTo()))
                .filter(condition -> condition.info().unless() == null
                        || !traits().contains(condition.info().unless()))
                .filter(condition -> !ONLY_A_SOURCE.contains(condition.need()))
                .toList();
    }

    private static boolean isOfEndpoint(CredentialCondition condition) {
        ConditionGroup group = condition.info().group();
        return group != null && group.isOfEndpoint();
    }

    Presentation present(String text) {
        return scheme.present(declaration, new Secret(text));
    }

    Credential credential(CredentialCondition condition) throws NotObtainable, SourceFailed {
        Blueprint blueprint = condition.applyTo(Blueprint.good(condition.info().name(), List.of()));
        String issued = blueprint.need() == TokenNeed.Kind.NONE ? "" : good;
        return told(blueprint.carriage().carry(present(blueprint.text().apply(issued))));
    }

    /** What answers a challenge is told alike in each run, as its two halves. */
    private static Credential told(Credential credential) {
        List<Credential.Part> fields = credential.fields().stream()
                .map(field -> new Credential.Part(
                        field.name(), new Secret(told(credential, field.value().reveal()))))
                .toList();
        return new Credential(
                fields,
                credential.query(),
                credential.content(),
                credential.form(),
                credential.line(),
                credential.before().stream().map(Trial::told).toList(),
                credential.goodBefore(),
                credential.verbatim(),
                credential.protocol(),
                credential.secrets(),
                credential.madeUp(),
                credential.replies());
    }

    private static String told(Credential credential, String value) {
        String text = value;
        for (DigestReply reply : credential.replies()) {
            int half = reply.mark().length() / 2;
            String name = reply.isGood() ? "answer" : "changed";
            text = text.replace(reply.mark(), "(" + name + ")")
                    .replace(reply.mark().substring(0, half), "(" + name)
                    .replace(reply.mark().substring(half), ")");
        }
        return text;
    }

    @Override
    public String toString() {
        return name;
    }
}
