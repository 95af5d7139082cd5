package dev.naysayer.examples.door;

import com.github.tomakehurst.wiremock.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How whoever wants to come in shows who they are. */
@SuppressWarnings("ImmutableEnumChecker") // a map that nobody changes
enum Lock {
    BASIC("Basic realm=\"door\", charset=\"UTF-8\"") {
        @Override
        Optional<Caller> caller(Request request, Map<String, String> passwords) {
            return pair(request, passwords);
        }
    },
    /** A client's secret, for a token (RFC 6749 section 2.3.1). */
    CLIENT("Basic realm=\"door\"") {
        @Override
        Optional<Caller> caller(Request request, Map<String, String> passwords) {
            return pair(request, passwords);
        }

        @Override
        String refusal(String title, int status) {
            return "{\"error\":\"invalid_client\",\"error_description\":\"%s\"}".formatted(title);
        }
    },
    /** One nonce for all, since nobody here tries it twice. */
    DIGEST("Digest realm=\"door\", nonce=\"3f9d2c\", qop=\"auth\", algorithm=SHA-256") {
        @Override
        Optional<Caller> caller(Request request, Map<String, String> passwords) {
            return behind(request, "Digest ").map(said -> {
                String user = param(said, "username");
                String first = hash(user + ":door:" + passwords.get(user));
                String second = hash(request.getMethod() + ":" + param(said, "uri"));
                String response = hash(String.join(
                        ":",
                        first,
                        param(said, "nonce"),
                        param(said, "nc"),
                        param(said, "cnonce"),
                        param(said, "qop"),
                        second));
                return new Caller(user, passwords.containsKey(user) && response.equals(param(said, "response")));
            });
        }
    },
    /** Of a wrong key nobody knows whose it is. */
    KEY("ApiKey realm=\"door\"") {
        @Override
        Optional<Caller> caller(Request request, Map<String, String> passwords) {
            return Optional.ofNullable(request.getHeader("X-API-Key"))
                    .map(key -> passwords.entrySet().stream()
                            .filter(it -> it.getValue().equals(key))
                            .findFirst()
                            .map(it -> new Caller(it.getKey(), true))
                            .orElse(new Caller("nobody", false)));
        }
    };

    private final String challenge;

    /** Made for this run, and for this lock alone: two suites would make up the same for what is the same. */
    private final Map<String, String> passwords = Stream.of("anna", "tester", DoorKeeper.OUTSIDE, DoorKeeper.SPENT)
            .collect(Collectors.toUnmodifiableMap(
                    user -> user, user -> UUID.randomUUID().toString()));

    Lock(String challenge) {
        this.challenge = challenge;
    }

    /**
     * Whoever asks.
     *
     * @param name who they say that they are
     * @param right whether that is shown
     */
    record Caller(String name, boolean right) {}

    /** By the names of their users. */
    Map<String, String> passwords() {
        return passwords;
    }

    /** Nobody where nothing is shown. */
    abstract Optional<Caller> caller(Request request, Map<String, String> passwords);

    /** What is said of a refusal, in JSON. */
    String refusal(String title, int status) {
        return "{\"type\":\"https://door.example/problems/refused\",\"title\":\"%s\",\"status\":%d}"
                .formatted(title, status);
    }

    private static Optional<Caller> pair(Request request, Map<String, String> passwords) {
        return behind(request, "Basic ").map(encoded -> {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return new Caller(pair[0], pair[1].equals(passwords.get(pair[0])));
        });
    }

    String challenge() {
        return challenge;
    }

    private static Optional<String> behind(Request request, String scheme) {
        String field = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        return field.startsWith(scheme) ? Optional.of(field.substring(scheme.length())) : Optional.empty();
    }

    private static String param(String said, String name) {
        Matcher param = Pattern.compile("(?:^|[ ,])" + name + "=\"?([^\",]*)").matcher(said);
        return param.find() ? param.group(1) : "";
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
