package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.credential.jwt.PublishedKey;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code login:} one request or several, as a user logs in; the answer holds a token, or cookies. */
final class Login implements TokenSource {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Set<Trait> SERVED = EnumSet.of(Trait.BEARER, Trait.API_KEY, Trait.SESSION, Trait.CSRF);
    private static final String TOKEN = "token";
    private static final String EXPIRES_IN = "expires-in";
    private static final String FIRST = "first";
    private static final String JWKS = "jwks";
    private static final String KEEP = "keep";
    private static final String LOGOUT = "logout";

    @Override
    public String name() {
        return "login";
    }

    @Override
    public Form form() {
        return Form.of(
                "`login`",
                Key.text(
                                LoginReader.REQUEST,
                                "`GET`, `POST`, `PUT` or `PATCH` and a URL; a path alone continues the API's base URL")
                        .required("say what logs in: 'request: POST /login'")
                        .like("POST /login"),
                Key.secrets(LoginReader.JSON, "mapping: the members of a JSON body")
                        .otherwise("no JSON is sent")
                        .like("{user: anna, password: \"${ANNA_PASSWORD}\"}"),
                Key.secrets(LoginReader.FORM, "mapping: the fields of a form, in place of `json`")
                        .otherwise("no form is sent")
                        .like("{user: anna, password: \"${ANNA_PASSWORD}\"}"),
                Key.secrets(LoginReader.BASIC, "mapping with `user` and `password`: sent as `Authorization: Basic`")
                        .otherwise("no `Authorization` is sent")
                        .like("{user: anna, password: \"${ANNA_PASSWORD}\"}"),
                Key.secrets(LoginReader.HEADERS, "mapping: further header fields of this request")
                        .otherwise("none")
                        .like("{X-Requested-With: XMLHttpRequest}"),
                Key.any(
                                TOKEN,
                                "where the credential stands in the answer: a JSON Pointer, `{header: …}`, `{cookie: …}`, or `{field: …}`"
                                        + " for a field of a form in a page")
                        .required("say where the credential stands in the answer: 'token: /access_token',"
                                + " or 'token: {cookie: SESSION}'")
                        .like("{cookie: SESSION}"),
                Key.text(EXPIRES_IN, "how long the log-in holds: seconds, or a JSON Pointer to them in the answer")
                        .otherwise("as long as the token's `exp` or the cookie says, else the whole run")
                        .like("/expires_in"),
                Key.secrets(
                                FIRST,
                                "mapping: a request that goes before, with `request`, `json`, `form`, `basic`, `headers` as here; `keep`:"
                                        + " what of its answer later ones say, by names; and a `first` of its own")
                        .otherwise("there is one request only")
                        .like("{request: GET /login, keep: {csrf: {field: _csrf}}}"),
                Key.any(
                                LOGOUT,
                                "a request that ends a log-in, as `request`, or a mapping with `request`, `json`, `form`, `headers` as here and"
                                        + " `keep`: what it says of the log-in's last answer")
                        .otherwise("`logged-out-session` and `revoked-token` are not obtainable")
                        .like("POST /logout"),
                Key.text(
                                JWKS,
                                "URL of the keys that its tokens are signed with, as a JWK Set, [as below `token`](#token)")
                        .otherwise("`hmac-public-key-*` are not obtainable")
                        .like("https://orders.example/jwks"));
    }

    @Override
    public boolean serves(Set<Trait> traits) {
        return traits.stream().anyMatch(SERVED::contains);
    }

    @Override
    public boolean choosesScopes() {
        return false;
    }

    /** A request to the API itself names no server. */
    @Override
    public List<URI> servers(NamedSettings declaration) {
        String request = String.valueOf(declaration.text("request"));
        return Stream.concat(
                        Stream.ofNullable(Endpoint.parse(request.substring(request.indexOf(' ') + 1))),
                        Endpoint.named(declaration, JWKS).stream())
                .toList();
    }

    /** The log-in, what goes before it, and the keys. */
    @Override
    public int mostRequests(NamedSettings declaration) {
        return 1 + depth(value(declaration, FIRST)) + (declaration.settings().containsKey(JWKS) ? 1 : 0);
    }

    private static int depth(@Nullable Object first) {
        return first instanceof Map<?, ?> mapping ? 1 + depth(mapping.get(FIRST)) : 0;
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        LoginReader reader = new LoginReader(context, key -> place(declaration, key));
        AnswerPlace place = AnswerPlace.of(value(declaration, TOKEN))
                .orElseThrow(
                        () -> reader.unusable(
                                TOKEN,
                                "'token' names no place in an answer",
                                "write a JSON Pointer, /access_token, or {cookie: SESSION}, {header: X-Auth-Token}, {field: _csrf}"));
        LoginSteps steps = steps(declaration, reader, context);
        URI keys = ClientCredentials.uri(JWKS, declaration.settings().get(JWKS), context);
        declaration.settings().values().forEach(setting -> setting.referred().forEach(context.secrets()));
        Logins logins = context.logins();
        LoginSession session = logins == null ? new LoginSession(steps, context) : logins.of(steps, context);
        session.want(place, expiresIn(declaration, reader));
        return new LoginTokens(
                session,
                place,
                logout(declaration, steps, reader),
                keys == null ? PublishedKey.UNKNOWN : new KeySet(keys, context.http()),
                new Expiring(context, Expiring.SETTLING, Expiring.Pause.REAL));
    }

    private static @Nullable Logout logout(NamedSettings declaration, LoginSteps steps, LoginReader reader)
            throws UnusableSource {
        Object written = value(declaration, LOGOUT);
        if (written == null) {
            return null;
        }
        Map<String, Object> keys =
                written instanceof Map<?, ?> mapping ? keys(mapping) : Map.of(LoginReader.REQUEST, written);
        LoginReader ofLogout = new LoginReader(reader.context(), key -> place(declaration, LOGOUT));
        List<String> known = new ArrayList<>(LoginReader.KEYS);
        known.add(KEEP);
        ofLogout.checkKeys(LOGOUT, keys.keySet(), known);
        Map<String, AnswerPlace> keep = kept(keys.get(KEEP), ofLogout);
        Set<String> names = new HashSet<>(steps.kept());
        names.addAll(keep.keySet());
        return new Logout(ofLogout.request(keys, names), keep);
    }

    private static Position place(NamedSettings declaration, String key) {
        Setting setting = declaration.settings().get(key);
        return setting == null ? declaration.at() : setting.at();
    }

    private static LoginSteps steps(NamedSettings declaration, LoginReader reader, SourceContext context)
            throws UnusableSource {
        LoginReader ofFirst = new LoginReader(context, key -> place(declaration, FIRST));
        List<LoginSteps.Earlier> before = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (Map<String, Object> keys : before(value(declaration, FIRST), ofFirst)) {
            Map<String, AnswerPlace> keep = kept(keys.get(KEEP), ofFirst);
            before.add(new LoginSteps.Earlier(ofFirst.request(keys, kept), keep));
            kept.addAll(keep.keySet());
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : LoginReader.KEYS) {
            Object value = value(declaration, key);
            if (value != null) {
                keys.put(key, value);
            }
        }
        return new LoginSteps(before, reader.request(keys, kept));
    }

    /** What goes before, in the order in which it is sent: each may have something before it. */
    private static List<Map<String, Object>> before(@Nullable Object first, LoginReader reader) throws UnusableSource {
        Deque<Map<String, Object>> before = new ArrayDeque<>();
        for (Object written = first;
                written != null;
                written = before.getFirst().get(FIRST)) {
            if (!(written instanceof Map<?, ?> mapping)) {
                throw reader.unusable(
                        FIRST,
                        "'first' has to be a mapping",
                        "write 'first: {request: GET /login}', with what goes before that in a 'first' of its own");
            }
            List<String> known = new ArrayList<>(LoginReader.KEYS);
            known.addAll(List.of(KEEP, FIRST));
            before.addFirst(keys(mapping));
            reader.checkKeys(FIRST, before.getFirst().keySet(), known);
        }
        return List.copyOf(before);
    }

    private static Map<String, AnswerPlace> kept(@Nullable Object written, LoginReader reader) throws UnusableSource {
        if (written != null && !(written instanceof Map<?, ?>)) {
            throw reader.unusable(KEEP, "'keep' has to be a mapping", "write 'keep: {csrf: {cookie: XSRF-TOKEN}}'");
        }
        Map<String, AnswerPlace> kept = new LinkedHashMap<>();
        for (Map.Entry<String, Object> each :
                keys(written == null ? Map.of() : (Map<?, ?>) written).entrySet()) {
            kept.put(
                    each.getKey(),
                    AnswerPlace.of(each.getValue())
                            .orElseThrow(() -> reader.unusable(
                                    KEEP,
                                    "'%s' below 'keep' names no place in an answer".formatted(each.getKey()),
                                    "write a JSON Pointer, /token, or {cookie: …}, {header: …}, {field: …}")));
        }
        return kept;
    }

    private static @Nullable String expiresIn(NamedSettings declaration, LoginReader reader) throws UnusableSource {
        String written = declaration.text(EXPIRES_IN);
        if (written != null
                && !written.matches("[1-9]\\d{0,8}")
                && AnswerPlace.of(written).isEmpty()) {
            throw reader.unusable(
                    EXPIRES_IN,
                    "'expires-in' is neither a number of seconds nor a JSON Pointer",
                    "write 'expires-in: 1800', or 'expires-in: /expires_in'");
        }
        return written;
    }

    private static Map<String, Object> keys(Map<?, ?> mapping) {
        Map<String, Object> keys = new LinkedHashMap<>();
        mapping.forEach((name, value) -> {
            if (value != null) {
                keys.put(String.valueOf(name), value);
            }
        });
        return keys;
    }

    /** A text, or what the reader has read as a mapping. */
    private static @Nullable Object value(NamedSettings declaration, String key) {
        String text = declaration.text(key);
        try {
            return text != null && text.startsWith("{") ? JSON.readValue(text, Object.class) : text;
        } catch (JacksonException e) {
            return text;
        }
    }
}
