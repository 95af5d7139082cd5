package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.OutcomeTexts;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing that a run publishes holds a token that the authorization server issued, or the client's secret. */
class IssuedSecretsTest {

    /** A part of a JWT: base64url of a JSON object's beginning. */
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}");

    @AuthContract(value = "spring-issued.auth.yaml", target = Watched.class)
    static final class Issued {}

    /** Remembers the secrets that the suite was given. */
    public static final class Watched extends SpringIssuedTarget {

        static Map<String, String> given = Map.of();

        @Override
        public Map<String, String> variables() {
            given = super.variables();
            return given;
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void neither_outcomes_nor_failures_hold_a_secret() {
        SuiteLauncher.Run run = SuiteLauncher.run(Issued.class, Map.of());

        String published = run.outcomes().stream()
                .flatMap(outcome -> OutcomeTexts.of(outcome).stream())
                .collect(Collectors.joining("\n"));
        List<String> secrets = Watched.given.entrySet().stream()
                .filter(variable -> variable.getKey().endsWith("SECRET"))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(run.outcomes()).hasSizeGreaterThan(20);
        assertThat(secrets).hasSizeGreaterThan(2).noneMatch(published::contains);
        assertThat(JWT.matcher(published).find()).isFalse();
        assertThat(run.messages()).noneMatch(message -> JWT.matcher(message).find());
    }
}
