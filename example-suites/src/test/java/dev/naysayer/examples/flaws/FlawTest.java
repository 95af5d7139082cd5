package dev.naysayer.examples.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.examples.client.AnswerText;
import dev.naysayer.examples.client.OrdersClient;
import dev.naysayer.examples.client.Presentation;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.Some;
import dev.naysayer.examples.issuer.Issuer;
import dev.naysayer.examples.orders.Deviation;
import dev.naysayer.examples.orders.OrdersApi;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FlawTest {

    private final Issuer issuer = Issuer.start();
    private final RecordedAnswers recorded = RecordedAnswers.of(FlawTest.class);
    private final Map<FlawedSuite, Map<Presentation, String>> correct = new EnumMap<>(FlawedSuite.class);
    /** Two tests look at them, and each API has to be started. */
    private final Map<Flaw, Map<Presentation, String>> flawed = new EnumMap<>(Flaw.class);

    @BeforeAll
    void ask_the_correct_apis() {
        for (FlawedSuite suite : FlawedSuite.values()) {
            correct.put(suite, answers(suite, Deviation.NONE));
        }
    }

    @AfterAll
    void stop_the_issuer() {
        issuer.close();
    }

    @ParameterizedTest
    @Some(oneOf = 8)
    void a_flaw_shows_where_it_says_and_nowhere_else(Flaw flaw) {
        Map<Presentation, String> right = Objects.requireNonNull(correct.get(flaw.suite()));
        answers(flaw).forEach((presentation, answer) -> {
            if (touches(flaw, presentation)) {
                assertThat(answer).as("%s on %s", flaw, presentation).isNotEqualTo(right.get(presentation));
            } else {
                assertThat(answer).as("%s on %s", flaw, presentation).isEqualTo(right.get(presentation));
            }
        });
    }

    @ParameterizedTest
    @Some(oneOf = 8)
    void a_flaw_answers_as_recorded(Flaw flaw) {
        Presentation first = Arrays.stream(Presentation.values())
                .filter(presentation -> touches(flaw, presentation))
                .findFirst()
                .orElseThrow();
        recorded.check(flaw.id(), first.condition() + "\n" + answers(flaw).get(first));
    }

    @Test
    void what_is_recorded_are_the_flaws_in_their_order() {
        recorded.checkTitles(Arrays.stream(Flaw.values()).map(Flaw::id).toList());
    }

    @Test
    void each_flaw_says_something_else() {
        assertThat(Flaw.values()).extracting(Flaw::description).doesNotHaveDuplicates();
    }

    private static boolean touches(Flaw flaw, Presentation presentation) {
        return flaw.conditions().contains(presentation.condition());
    }

    private Map<Presentation, String> answers(Flaw flaw) {
        return flawed.computeIfAbsent(flaw, it -> answers(it.suite(), it));
    }

    private Map<Presentation, String> answers(FlawedSuite suite, Deviation deviation) {
        Map<Presentation, String> answers = new EnumMap<>(Presentation.class);
        try (OrdersApi api = suite.start(issuer, deviation)) {
            for (Presentation presentation : Presentation.values()) {
                answers.put(presentation, answer(api, presentation));
            }
        }
        return answers;
    }

    private String answer(OrdersApi api, Presentation presentation) {
        List<String> authorizations = presentation.authorizations(issuer, OrdersApi.READ);
        try {
            String answer = AnswerText.of(new OrdersClient(api.url()).send("GET", "/orders", authorizations));
            return authorizations.isEmpty() ? answer : withoutToken(answer, authorizations.get(0));
        } catch (IOException e) {
            return "no answer";
        }
    }

    /** Tokens differ from run to run. */
    private static String withoutToken(String answer, String authorization) {
        String token = authorization.substring(authorization.indexOf(' ') + 1);
        String hidden = answer.replace(token, "<token>");
        return token.contains(".") ? hidden.replace(token.split("\\.", -1)[1], "<payload>") : hidden;
    }
}
