package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.test.context.TestContextManager;

/** A class that Spring starts a context for needs no target, and is told what is wrong where there is nothing to ask. */
@Timeout(60)
class SpringRunTest {

    @BeforeAll
    static void give_the_suites_a_token() {
        System.setProperty("SPRING_TEST_TOKEN", SpringContracts.GIVEN);
    }

    @AfterAll
    static void take_it_away() {
        System.clearProperty("SPRING_TEST_TOKEN");
        System.clearProperty("SPRING_TEST_ENDPOINT");
    }

    private static List<CaseOutcome> outcomes(Class<?>... types) {
        return outcomes(Map.of(), types);
    }

    private static List<CaseOutcome> outcomes(Map<String, String> settings, Class<?>... types) {
        return Published.outcomes(EngineTestKit.engine(Published.engine())
                .configurationParameters(settings)
                .selectors(Stream.of(types).map(DiscoverySelectors::selectClass).toArray(DiscoverySelector[]::new))
                .execute());
    }

    private static Map<String, OutcomeKind> kinds(Class<?> type) {
        return outcomes(type).stream().collect(Collectors.toMap(CaseOutcome::scenario, CaseOutcome::kind));
    }

    @Test
    void the_api_of_a_context_is_tested_and_trusts_the_issuer_of_the_suite() {
        assertThat(kinds(SpringContracts.Right.class))
                .containsOnlyKeys("control", "no-token", "bad-signature", "expired-token", "control-after")
                .allSatisfy((scenario, kind) -> assertThat(kind).isEqualTo(OutcomeKind.CONFORMING));
        assertThat(kinds(SpringContracts.Careless.class))
                .containsEntry("control", OutcomeKind.CONFORMING)
                .containsEntry("no-token", OutcomeKind.CONFORMING)
                .containsEntry("bad-signature", OutcomeKind.VIOLATION)
                .containsEntry("expired-token", OutcomeKind.VIOLATION);
    }

    @Test
    void classes_that_want_the_same_context_share_it_with_each_other_and_with_tests_of_other_engines()
            throws Exception {
        outcomes(SpringContracts.Right.class);
        int before = SpringContracts.Orders.STARTED.get();

        List<CaseOutcome> outcomes = outcomes(SpringContracts.Right.class, SpringContracts.RightAgain.class);
        GuardedApi ofAnotherTest = new TestContextManager(OfAnotherEngine.class)
                .getTestContext()
                .getApplicationContext()
                .getBean(GuardedApi.class);

        assertThat(outcomes).hasSize(10).extracting(CaseOutcome::kind).containsOnly(OutcomeKind.CONFORMING);
        assertThat(ofAnotherTest).isSameAs(SpringContracts.Right.prepared);
        assertThat(SpringContracts.Orders.STARTED).hasValue(before);
    }

    private static final class OfAnotherEngine implements SpringContracts.OrdersContext {}

    @Test
    void what_happens_behind_the_last_test_of_a_class_happens_behind_its_suite() {
        outcomes(SpringContracts.Right.class);
        int before = SpringContracts.Orders.STARTED.get();

        outcomes(SpringContracts.Dirty.class);
        outcomes(SpringContracts.RightAgain.class);

        assertThat(SpringContracts.Orders.STARTED).hasValue(before + 1);
    }

    @Test
    void an_api_that_was_told_of_no_issuer_is_tested_with_what_the_suite_gives() {
        assertThat(kinds(SpringContracts.WithoutIssuer.class))
                .isEqualTo(Map.of(
                        "control", OutcomeKind.CONFORMING,
                        "no-token", OutcomeKind.CONFORMING,
                        "control-after", OutcomeKind.CONFORMING));
    }

    @Test
    void behind_tls_the_certificate_of_a_test_is_trusted_and_nobody_elses() {
        List<CaseOutcome> outcomes = outcomes(SpringContracts.BehindTls.class);

        assertThat(outcomes).hasSize(3).allSatisfy(it -> {
            assertThat(it.kind()).isEqualTo(OutcomeKind.CONFORMING);
            assertThat(it.target()).startsWith("https://localhost:");
        });

        // The same server, as one that somebody chose for the run.
        Map<String, String> chosen =
                Map.of("naysayer.target", String.valueOf(outcomes.get(0).target()));
        assertThat(outcomes(chosen, SpringContracts.BehindTls.class))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE));
        System.setProperty("SPRING_TEST_ENDPOINT", outcomes.get(0).target() + "/token");
        assertThat(outcomes(SpringContracts.AsksBehindTls.class))
                .hasSize(3)
                .allSatisfy(it ->
                        assertThat(it.reason()).contains("TLS with https://localhost:", "PKIX path building failed"));
    }

    @Test
    void a_target_that_is_named_goes_before_the_context() {
        assertThat(outcomes(SpringContracts.WithTarget.class))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.reason()).contains("the database is not there"));
    }

    @Test
    void an_api_that_may_ask_for_the_issuer_later_is_asked_and_not_accused() {
        assertThat(kinds(SpringContracts.MayAskLater.class))
                .hasSize(5)
                .allSatisfy((scenario, kind) -> assertThat(kind).isEqualTo(OutcomeKind.INCONCLUSIVE));
    }

    @Test
    void a_context_that_never_starts_is_not_waited_for_for_ever() {
        assertThat(outcomes(Map.of("naysayer.start-timeout", "1"), SpringContracts.NeverReady.class))
                .hasSize(5)
                .allSatisfy(it -> assertThat(it.reason())
                        .isEqualTo(
                                "the Spring context of %s did not start: it took longer than 1 s, the limit that"
                                        + " naysayer.start-timeout sets",
                                SpringContracts.NeverReady.class.getName()));
    }

    /** What is told of a class. */
    record Trouble(Class<?> type, String told) {

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static Stream<Trouble> troubles() {
        return Stream.of(
                new Trouble(
                        SpringContracts.Portless.class,
                        "the Spring context of %s listens on no port, so its API cannot be asked:"
                                + " say @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT); or, for an API that runs"
                                + " elsewhere, take Spring's annotations off the class"),
                new Trouble(
                        SpringContracts.Unstartable.class,
                        "the Spring context of %s did not start: java.lang.IllegalStateException: the database is not there;"
                                + " the log has the rest, and an ordinary test of the class would end in the same way"),
                new Trouble(
                        SpringContracts.TrustsAnother.class,
                        "nothing of the Spring context of %s has asked for ${naysayer.issuer}, so its API trusts no token of"
                                + " this suite: Spring Security's resource server is not on the class path; add Spring Boot's"
                                + " starter for it and say"
                                + " spring.security.oauth2.resourceserver.jwt.issuer-uri=${naysayer.issuer} in the properties of"
                                + " the test, or let what guards the API take the keys at ${naysayer.issuer}/jwks"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void where_there_is_nothing_to_ask_every_case_is_misconfigured_and_says_what_to_change(Trouble trouble) {
        assertThat(outcomes(trouble.type())).hasSize(5).allSatisfy(it -> {
            assertThat(it.kind()).isEqualTo(OutcomeKind.MISCONFIGURED);
            assertThat(it.reason())
                    .isEqualTo(trouble.told().formatted(trouble.type().getName()));
            assertThat(it.transcript()).isNull();
        });
    }
}
