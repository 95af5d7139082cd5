package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code wfc:} a user of an authentication file of Web Fuzzing Commons, which EvoMaster, CATS and Schemathesis read. A log-in that it
 * describes is put into the words of {@link Login}, so that there is one way to log in.
 */
final class Wfc implements TokenSource {

    private static final String AUTH = "auth";
    private static final String USER = "user";
    private static final String HEADER = "header";

    /** The session's cookie, which the file does not name. */
    private static final String COOKIE = "cookie";

    private static final String AUTHORIZATION = "Authorization";

    @Override
    public String name() {
        return "wfc";
    }

    @Override
    public Form form() {
        return Form.of(
                "`wfc`",
                Key.secret(AUTH, "reference to the file, in YAML")
                        .required("refer to the file: 'auth: ${file:auth.yaml}'")
                        .like("${file:auth.yaml}"),
                Key.text(USER, "`name` of a user below `auth`")
                        .otherwise("the only user of the file")
                        .like("alice"),
                Key.text(HEADER, "which of the user's `fixedHeaders` holds the credential")
                        .otherwise("`Authorization`, or the only one")
                        .like("X-API-Key"),
                Key.text(COOKIE, "name of the cookie that a log-in with `expectCookies` sets")
                        .otherwise("a log-in has to give a token")
                        .like("SESSION"));
    }

    @Override
    public boolean serves(Set<Trait> traits) {
        return Stream.of(Trait.BEARER, Trait.API_KEY, Trait.BASIC).anyMatch(traits::contains);
    }

    @Override
    public boolean choosesScopes() {
        return false;
    }

    @Override
    public List<URI> servers(NamedSettings declaration) {
        try {
            Map<String, Object> login = WfcFile.mapping(user(declaration).get(WfcLogin.KEY));
            return Stream.ofNullable(login.get(WfcLogin.ELSEWHERE))
                    .map(it -> Endpoint.parse(String.valueOf(it)))
                    .flatMap(Stream::ofNullable)
                    .toList();
        } catch (UnusableSource e) {
            // It is told where the source is opened.
            return List.of();
        }
    }

    @Override
    public int mostRequests(NamedSettings declaration) {
        try {
            return user(declaration).containsKey(WfcLogin.KEY) ? 1 : 0;
        } catch (UnusableSource e) {
            return 0;
        }
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        Map<String, Object> user = user(declaration);
        WfcFile.Faults faults = faults(declaration);
        if (Boolean.parseBoolean(String.valueOf(user.get("requireMockHandling")))) {
            throw faults.of(
                    "the user needs answers of another service that a fuzzer makes up",
                    "name a user that exists by itself");
        }
        if (user.containsKey(WfcLogin.KEY)) {
            NamedSettings login = new WfcLogin(declaration, faults)
                    .declared(WfcFile.mapping(user.get(WfcLogin.KEY)), declaration.text(COOKIE));
            return new Login().open(login, context);
        }
        Secret fixed = fixed(user, declaration.text(HEADER), faults);
        context.secrets().accept(fixed);
        return request -> {
            if (request.need() == TokenNeed.Kind.GOOD) {
                return new Token(fixed, TokenText.expiry(fixed.reveal()));
            }
            throw new NotObtainable(
                    "a file of users gives good credentials only",
                    "one that is wrong in this way below 'token', as '%s'".formatted(request.condition()));
        };
    }

    private static Map<String, Object> user(NamedSettings declaration) throws UnusableSource {
        WfcFile.Faults faults = faults(declaration);
        return WfcFile.of(declaration.get(AUTH).value().reveal(), faults).user(declaration.text(USER), faults);
    }

    private static WfcFile.Faults faults(NamedSettings declaration) {
        return (message, nextStep) ->
                new UnusableSource(declaration.get(AUTH).at(), "what 'auth' refers to: " + message, nextStep);
    }

    private static Secret fixed(Map<String, Object> user, @Nullable String chosen, WfcFile.Faults faults)
            throws UnusableSource {
        Map<String, String> headers = WfcFile.headers(user.get(WfcFile.FIXED));
        if (headers.isEmpty()) {
            throw faults.of(
                    "the user has neither 'fixedHeaders' nor 'loginEndpointAuth'",
                    "say one of them, or name another user");
        }
        String wanted = chosen != null
                ? chosen
                : headers.size() == 1 ? headers.keySet().iterator().next() : AUTHORIZATION;
        String value = headers.entrySet().stream()
                .filter(it -> it.getKey().equalsIgnoreCase(wanted))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (value == null) {
            throw faults.of(
                    "the user has no header '%s'".formatted(wanted),
                    "say which it is with 'header': " + String.join(", ", headers.keySet()));
        }
        String credential = wanted.equalsIgnoreCase(AUTHORIZATION) ? behindScheme(value.strip(), faults) : value;
        Optional<String> fault = TokenText.fault(credential);
        if (fault.isPresent()) {
            throw faults.of(
                    "the header '%s' holds no credential: it %s".formatted(wanted, fault.get()),
                    "let it hold the credential alone, behind its auth-scheme where it is Authorization");
        }
        return new Secret(credential);
    }

    /** A suite says itself how a credential travels, so it is taken out of its header. */
    private static String behindScheme(String value, WfcFile.Faults faults) throws UnusableSource {
        String[] parts = value.split(" +", 2);
        if (parts.length < 2) {
            return value;
        }
        if (parts[0].equalsIgnoreCase("Bearer")) {
            return parts[1];
        }
        if (!parts[0].equalsIgnoreCase("Basic")) {
            throw faults.of(
                    "the credential travels by an auth-scheme that no suite has",
                    "known are Bearer and Basic; name another user");
        }
        try {
            return new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8).stripTrailing();
        } catch (IllegalArgumentException e) {
            throw faults.of("what stands behind 'Basic' is no base64", "encode user:password (RFC 7617 section 2)");
        }
    }

    /** Keys of a log-in, as a suite would say them. */
    static Setting setting(NamedSettings declaration, String value, List<Secret> secrets) {
        return new Setting(declaration.get(AUTH).at(), new Secret(value), null, secrets);
    }
}
