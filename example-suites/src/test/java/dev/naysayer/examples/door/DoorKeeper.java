package dev.naysayer.examples.door;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Asks for user and password, and counts how often they were wrong. */
final class DoorKeeper implements ResponseDefinitionTransformerV2 {

    private static final int TOO_MANY = 3;
    private static final Duration WHILE = Duration.ofMillis(900);
    private static final String BASIC = "Basic ";

    /** How often somebody failed, and since when they are stopped. */
    private record Failures(int count, Instant last) {}

    private final Guarding guarding;
    private final Map<String, String> passwords;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    /** @param passwords by user */
    DoorKeeper(Guarding guarding, Map<String, String> passwords) {
        this.guarding = guarding;
        this.passwords = passwords;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        String authorization = Objects.requireNonNullElse(event.getRequest().getHeader("Authorization"), "");
        if (!authorization.startsWith(BASIC)) {
            return refused(401).build();
        }
        String pair =
                new String(Base64.getDecoder().decode(authorization.substring(BASIC.length())), StandardCharsets.UTF_8);
        String user = pair.substring(0, pair.indexOf(':'));
        String counted = guarding == Guarding.THROTTLES_ADDRESS ? "anybody" : user;
        if (isStopped(counted)) {
            return stopped();
        }
        if (pair.equals(user + ":" + passwords.get(user))) {
            failures.remove(counted);
            return event.getResponseDefinition();
        }
        if (guarding != Guarding.KNOWN_USERS_ONLY || passwords.containsKey(user)) {
            failures.merge(
                    counted,
                    new Failures(1, Instant.now()),
                    (before, one) -> new Failures(isOver(before) ? 1 : before.count() + 1, one.last()));
        }
        return refused(401).build();
    }

    private boolean isStopped(String counted) {
        Failures before = failures.get(counted);
        return before != null && guarding != Guarding.NOTHING_DONE && before.count() >= TOO_MANY && !isOver(before);
    }

    private boolean isOver(Failures before) {
        return guarding != Guarding.FOR_EVER && before.last().plus(WHILE).isBefore(Instant.now());
    }

    private ResponseDefinition stopped() {
        if (guarding == Guarding.LOCKS_OUT) {
            return refused(401).build();
        }
        ResponseDefinitionBuilder answer = refused(guarding == Guarding.FORBIDS ? 403 : 429);
        if (guarding != Guarding.SAYS_NOT_WHEN) {
            answer.withHeader("Retry-After", "1");
        }
        return answer.build();
    }

    private ResponseDefinitionBuilder refused(int status) {
        ResponseDefinitionBuilder answer = aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("Cache-Control", guarding == Guarding.STORED && status == 429 ? "max-age=60" : "no-store")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withBody("{\"type\":\"https://door.example/problems/refused\",\"title\":\"Not now\",\"status\":%d}"
                        .formatted(status));
        return status == 401
                ? answer.withHeader("WWW-Authenticate", "Basic realm=\"door\", charset=\"UTF-8\"")
                : answer;
    }

    @Override
    public String getName() {
        return "door-keeper";
    }

    @Override
    public boolean applyGlobally() {
        return true;
    }
}
