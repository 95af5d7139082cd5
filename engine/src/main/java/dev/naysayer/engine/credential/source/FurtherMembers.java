package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a suite adds to the header or the claims of every token that it mints. What has a key of its own, and what is another in each
 * token, stands in one place only: conditions change it there.
 *
 * @param setting the key of the mapping
 * @param elsewhere what must not stand there, with what to do in its place
 */
record FurtherMembers(String setting, Map<String, String> elsewhere) {

    /** Numbers keep all their digits. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String TIMES = "leave it out, each token has its own";
    private static final String SCOPES = "name scopes at the operations, 'scope: orders:read'";

    static final FurtherMembers CLAIMS = new FurtherMembers(
            "claims",
            Map.of(
                    "iss", "say it by 'issuer'",
                    "aud", "say it by 'audience'",
                    "sub", "say it by 'subject'",
                    "exp", TIMES,
                    "iat", TIMES,
                    "scope", SCOPES,
                    "scp", SCOPES));

    static final FurtherMembers HEADER = new FurtherMembers(
            "header", Map.of("alg", "say it by 'algorithm'", "kid", "say it by 'key-id'", "typ", "say it by 'type'"));

    /** In the order in which they are written; none where the suite adds nothing. */
    Map<String, Object> of(NamedSettings declaration) {
        String json = declaration.text(setting);
        return json == null ? Map.of() : JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    void check(NamedSettings declaration) throws UnusableSource {
        List<String> misplaced =
                of(declaration).keySet().stream().filter(elsewhere::containsKey).toList();
        if (!misplaced.isEmpty()) {
            throw new UnusableSource(
                    declaration.get(setting).at(),
                    "'%s' holds what is said elsewhere: %s".formatted(setting, String.join(", ", misplaced)),
                    misplaced.stream()
                            .map(name -> "%s: %s".formatted(name, elsewhere.get(name)))
                            .collect(Collectors.joining("; ")));
        }
    }
}
