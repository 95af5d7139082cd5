package dev.naysayer.engine.junit;

import static dev.naysayer.engine.junit.FieldApi.both;
import static dev.naysayer.engine.junit.FieldApi.headers;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.engine.junit.FieldApi.Answer;
import dev.naysayer.engine.junit.FieldApi.Asked;
import dev.naysayer.engine.junit.FieldApi.Found;
import dev.naysayer.engine.junit.FieldApi.Token;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** APIs that give out an id and want it with each further request, from whom they gave it to. */
@ExtendWith(SuiteKey.class)
@Timeout(60)
class HeadersFromAnswersTest {

    private static final Map<String, String> SAFE = headers(
            "Cache-Control", "no-store", "X-Content-Type-Options", "nosniff", "Content-Type", "application/json");
    private static final String RUN = UUID.randomUUID().toString();
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private static String of(String user) {
        return UUID.nameUUIDFromBytes((RUN + user).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Gives each user an id of their own, and does nothing before the session is said to be ready. */
    private static final class Sessions {

        private final Set<String> ready = ConcurrentHashMap.newKeySet();

        Answer to(Asked asked) {
            if (asked.token() != Token.GOOD) {
                String code = asked.token() == Token.BAD ? ", error=\"invalid_token\"" : "";
                return new Answer(
                        401,
                        both(SAFE, headers("WWW-Authenticate", "Bearer realm=\"api\"" + code)),
                        "{\"title\":\"no\"}");
            }
            String own = of(user(asked));
            if (asked.uri().equals("/open")) {
                return new Answer(200, both(SAFE, headers("X-Session", own)), "{}");
            }
            if (!asked.header("X-Session").equals(own)) {
                return new Answer(400, SAFE, "{\"title\":\"another session\"}");
            }
            if (asked.uri().equals("/ready")) {
                ready.add(own);
            }
            return ready.contains(own)
                    ? new Answer(200, SAFE, "{\"session\":\"%s\"}".formatted(own))
                    : new Answer(409, SAFE, "{\"title\":\"not ready\"}");
        }

        private static String user(Asked asked) {
            try {
                return String.valueOf(
                        SignedJWT.parse(asked.header("Authorization").substring("Bearer ".length()))
                                .getJWTClaimsSet()
                                .getSubject());
            } catch (ParseException e) {
                throw new IllegalStateException("no good token holds anything else", e);
            }
        }
    }

    @Test
    void what_an_answer_gave_is_sent_with_each_further_request_good_or_bad() throws IOException {
        try (FieldApi api = new FieldApi(new Sessions()::to)) {
            Found found = api.run("sessions.auth.yaml");

            assertThat(found.outcomes())
                    .filteredOn(it -> it.kind() != OutcomeKind.CONFORMING)
                    .isEmpty();
            assertThat(api.asked())
                    .filteredOn(it -> !it.uri().equals("/open"))
                    .isNotEmpty()
                    .allMatch(it -> ID.matcher(it.header("X-Session")).matches());
            assertThat(api.asked())
                    .filteredOn(it -> it.uri().equals("/open"))
                    .isNotEmpty()
                    .allMatch(it -> it.header("X-Session").isEmpty());
        }
    }

    @Test
    void it_is_shown_nowhere() throws IOException {
        try (FieldApi api = new FieldApi(new Sessions()::to)) {
            Found found = api.run("sessions.auth.yaml");

            assertThat(found.outcomes()).noneMatch(it -> it.toString().contains(sent(api)));
            assertThat(found.outcomes())
                    .filteredOn(it -> it.operation().equals("POST /work"))
                    .anyMatch(it -> it.toString().contains("X-Session"));
        }
    }

    private static String sent(FieldApi api) {
        return api.asked().stream()
                .map(it -> it.header("X-Session"))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_subject_has_its_own() throws IOException {
        try (FieldApi api = new FieldApi(new Sessions()::to)) {
            Found found = api.run("sessions-of-subjects.auth.yaml");

            assertThat(found.outcomes())
                    .filteredOn(it -> it.kind() != OutcomeKind.CONFORMING)
                    .isEmpty();
            assertThat(api.asked()).extracting(it -> it.header("X-Session")).contains(of("alice"), of("bob"));
        }
    }

    @Test
    void what_an_answer_does_not_say_is_left_out() throws IOException {
        try (FieldApi api = new FieldApi(it -> it.token() == Token.GOOD
                ? new Answer(200, SAFE, "{}")
                : new Answer(
                        401, both(SAFE, headers("WWW-Authenticate", "Bearer realm=\"api\"")), "{\"title\":\"no\"}"))) {
            Found found = api.run("sessions.auth.yaml");

            assertThat(found.outcomes().stream().filter(CaseOutcome::control))
                    .extracting(CaseOutcome::kind)
                    .containsOnly(OutcomeKind.CONFORMING);
            assertThat(api.asked()).noneMatch(it -> it.headers().containsKey("X-Session"));
        }
    }

    @Test
    void nothing_is_sent_behind_what_did_not_get_through() throws IOException {
        try (FieldApi api = new FieldApi(it -> new Answer(
                it.uri().equals("/ready") && it.token() == Token.GOOD ? 409 : 200,
                both(SAFE, headers("X-Session", of("anybody"))),
                "{}"))) {
            Found found = api.run("sessions.auth.yaml");

            assertThat(found.outcomes())
                    .filteredOn(it -> it.operation().equals("POST /work"))
                    .isNotEmpty()
                    .allMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE)
                    .allMatch(it ->
                            String.valueOf(it.reason()).contains("POST /ready › control goes before it, and failed: "));
            assertThat(api.asked()).noneMatch(it -> it.uri().equals("/work"));
        }
    }
}
