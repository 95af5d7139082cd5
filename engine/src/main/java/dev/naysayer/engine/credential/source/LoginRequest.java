package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.BasicPair;
import dev.naysayer.engine.credential.Credential.Content;
import dev.naysayer.engine.credential.IssuerHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request of a log-in, before what an earlier answer gave is put into it. What it says stands here as JSON text, since all of it may be
 * secret.
 *
 * @param method its method
 * @param uri where it goes
 * @param json the members of its body, or null
 * @param form the fields of its body, or null
 * @param basic user and password of its {@code Authorization}, or null
 * @param headers its further header fields
 */
record LoginRequest(
        String method,
        URI uri,
        @Nullable Secret json,
        @Nullable Secret form,
        @Nullable Secret basic,
        Secret headers) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Rather JSON; but a value may stand in a form of a page, which a server need not give to whoever asks for JSON alone. */
    private static final Secret ANYTHING = new Secret("application/json, */*;q=0.8");

    /** Where it goes, as it is shown. */
    String shown() {
        return method + " " + Endpoint.shown(uri);
    }

    /** Whether it says more than what it asks for, as who logs in does. */
    boolean saysSomething() {
        return json != null || form != null || basic != null;
    }

    /** The request as it is sent, with {@code {name}} replaced by what was kept under that name. */
    IssuerHttp.Request filled(Map<String, String> kept) {
        Map<String, Secret> fields = new LinkedHashMap<>();
        fields.put("Accept", ANYTHING);
        Content content = content(kept);
        if (content != null) {
            fields.put("Content-Type", new Secret(content.mediaType()));
        }
        if (basic != null) {
            Map<String, Object> pair = filled(basic, kept);
            String text = pair.get("user") + ":" + pair.get("password");
            fields.put(
                    "Authorization",
                    new Secret("Basic " + BasicPair.encoded(text).reveal()));
        }
        filled(headers, kept).forEach((name, value) -> {
            fields.keySet().removeIf(name::equalsIgnoreCase);
            fields.put(name, new Secret(String.valueOf(value)));
        });
        return new IssuerHttp.Request(method, uri, fields, content);
    }

    private @Nullable Content content(Map<String, String> kept) {
        if (json != null) {
            return new Content("application/json", new Secret(JSON.writeValueAsString(filled(json, kept))));
        }
        if (form == null) {
            return null;
        }
        String fields = filled(form, kept).entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
        return new Content("application/x-www-form-urlencoded", new Secret(fields));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> filled(Secret object, Map<String, String> kept) {
        Map<String, Object> members =
                JSON.readValue(object.reveal(), new TypeReference<LinkedHashMap<String, Object>>() {});
        members.replaceAll((name, value) -> filled(value, kept));
        return members;
    }

    private static @Nullable Object filled(@Nullable Object value, Map<String, String> kept) {
        if (value instanceof String text) {
            String all = text;
            for (Map.Entry<String, String> each : kept.entrySet()) {
                all = all.replace("{" + each.getKey() + "}", each.getValue());
            }
            return all;
        }
        if (value instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> filled = new LinkedHashMap<>();
            members.forEach((name, member) -> filled.put(String.valueOf(name), filled(member, kept)));
            return filled;
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> filled = new ArrayList<>();
            items.forEach(item -> filled.add(filled(item, kept)));
            return filled;
        }
        return value;
    }
}
