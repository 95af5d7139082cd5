package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.source.LiteralSecrets;
import dev.naysayer.engine.credential.UnusableSource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code loginEndpointAuth} of a user, in the words of {@link Login}.
 *
 * @param wfc what the suite says of the file
 * @param faults tells what of it cannot be used
 */
record WfcLogin(NamedSettings wfc, WfcFile.Faults faults) {

    static final String KEY = "loginEndpointAuth";
    static final String ELSEWHERE = "externalEndpointURL";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param cookie what the suite says that the session's cookie is called, or null */
    NamedSettings declared(Map<String, Object> login, @Nullable String cookie) throws UnusableSource {
        Map<String, Setting> settings = new LinkedHashMap<>();
        settings.put(LoginReader.REQUEST, Wfc.setting(wfc, request(login), List.of()));
        Map<String, Object> payload = payload(login);
        if (!payload.isEmpty()) {
            settings.put(
                    isForm(login) ? LoginReader.FORM : LoginReader.JSON,
                    Wfc.setting(wfc, JSON.writeValueAsString(payload), secrets(payload)));
        }
        Map<String, String> headers = WfcFile.headers(login.get("headers"));
        if (!headers.isEmpty()) {
            settings.put(
                    LoginReader.HEADERS,
                    Wfc.setting(
                            wfc,
                            JSON.writeValueAsString(headers),
                            headers.values().stream().map(Secret::new).toList()));
        }
        settings.put("token", Wfc.setting(wfc, place(login, cookie), List.of()));
        return new NamedSettings(wfc.at(), "login", settings);
    }

    private String request(Map<String, Object> login) throws UnusableSource {
        Object where = login.getOrDefault(ELSEWHERE, login.get("endpoint"));
        String verb = String.valueOf(login.getOrDefault("verb", "POST")).toUpperCase(Locale.ROOT);
        if (where == null) {
            throw faults.of(
                    "the log-in has no 'endpoint'", "say where it is: 'endpoint: /login', or 'externalEndpointURL'");
        }
        if (!List.of("GET", "POST", "PUT", "PATCH").contains(verb)) {
            throw faults.of("nobody logs in by %s here".formatted(verb), "known are GET, POST, PUT and PATCH");
        }
        return verb + " " + where;
    }

    private static boolean isForm(Map<String, Object> login) {
        return String.valueOf(login.get("contentType")).toLowerCase(Locale.ROOT).contains("x-www-form-urlencoded");
    }

    private Map<String, Object> payload(Map<String, Object> login) throws UnusableSource {
        Map<String, Object> pair = WfcFile.mapping(login.get("payloadUserPwd"));
        // A template may name the fields for users of whom some say the whole payload.
        boolean isPair = pair.containsKey("username");
        Object raw = login.get("payloadRaw");
        String type = String.valueOf(login.getOrDefault("contentType", "application/json"))
                .toLowerCase(Locale.ROOT);
        if ((raw != null || isPair) && !isForm(login) && !type.contains("json")) {
            throw faults.of(
                    "a log-in sends JSON or a form here, and 'contentType' is neither",
                    "give another user, or log in by a command: 'token: {good: ${command:…}}'");
        }
        if (isPair) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put(
                    String.valueOf(pair.getOrDefault("usernameField", "username")),
                    String.valueOf(pair.get("username")));
            members.put(
                    String.valueOf(pair.getOrDefault("passwordField", "password")),
                    String.valueOf(pair.get("password")));
            return members;
        }
        return raw == null ? Map.of() : isForm(login) ? form(String.valueOf(raw)) : json(String.valueOf(raw));
    }

    private Map<String, Object> json(String raw) throws UnusableSource {
        try {
            Map<String, Object> members = WfcFile.mapping(JSON.readValue(raw, Object.class));
            if (!members.isEmpty()) {
                return members;
            }
        } catch (JacksonException e) {
            // Told below, without its words: they may quote a password.
        }
        throw faults.of("'payloadRaw' of the log-in is no JSON object", "write one, or use 'payloadUserPwd'");
    }

    private Map<String, Object> form(String raw) throws UnusableSource {
        Map<String, Object> fields = new LinkedHashMap<>();
        try {
            for (String field : raw.split("&", -1)) {
                String[] parts = field.split("=", 2);
                fields.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw faults.of("'payloadRaw' of the log-in is no form", "percent-encode it, or use 'payloadUserPwd'");
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Values whose names say that they are secret; all where none says so. */
    private static List<Secret> secrets(Map<String, Object> payload) {
        List<Secret> called = new ArrayList<>();
        List<Secret> all = new ArrayList<>();
        payload.forEach((name, value) -> {
            if (value instanceof String text && !text.isEmpty()) {
                all.add(new Secret(text));
                if (LiteralSecrets.isCalledLikeSecret(name)) {
                    called.add(new Secret(text));
                }
            }
        });
        return called.isEmpty() ? all : called;
    }

    /** Where the credential stands in the answer, in the older words of the format and in the newer ones. */
    private String place(Map<String, Object> login, @Nullable String cookie) throws UnusableSource {
        Map<String, Object> token = WfcFile.mapping(login.get("token"));
        if (Boolean.parseBoolean(String.valueOf(login.get("expectCookies")))) {
            if (cookie == null) {
                throw faults.of(
                        "the log-in sets cookies, and the file does not say which of them is the session",
                        "say it in the suite, beside 'auth': 'cookie: SESSION'");
            }
            return JSON.writeValueAsString(Map.of("cookie", cookie));
        }
        checkPrefix(token);
        Object pointer = token.getOrDefault("extractSelector", token.get("extractFromField"));
        if (pointer == null) {
            throw faults.of(
                    "the log-in does not say where the token stands in its answer",
                    "say it below 'token': 'extractFromField: /access_token', or 'expectCookies: true'");
        }
        return "header".equalsIgnoreCase(String.valueOf(token.get("extractFrom")))
                ? JSON.writeValueAsString(Map.of("header", String.valueOf(pointer)))
                : String.valueOf(pointer);
    }

    private void checkPrefix(Map<String, Object> token) throws UnusableSource {
        String name = String.valueOf(token.getOrDefault("httpHeaderName", token.getOrDefault("sendName", "")));
        String prefix = String.valueOf(token.getOrDefault(
                        "headerPrefix",
                        String.valueOf(token.getOrDefault("sendTemplate", "")).replaceFirst("\\{token}.*", "")))
                .strip();
        if (name.equalsIgnoreCase("Authorization") && !prefix.isEmpty() && !prefix.equalsIgnoreCase("Bearer")) {
            throw faults.of(
                    "the token travels by an auth-scheme that no suite has",
                    "known is Bearer for a token; name another user");
        }
    }
}
