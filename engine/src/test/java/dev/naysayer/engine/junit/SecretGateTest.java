package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.OwnWords;
import dev.naysayer.engine.outcome.ReportEntries;
import dev.naysayer.engine.outcome.Told;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;

/** Nothing gets through, and whoever watches hears why. */
class SecretGateTest {

    private static final String SECRET = "4f9a-Kx7Q2-vT8mZ-secret";
    private static final TestDescriptor NODE = new EngineNode(UniqueId.forEngine("auth-contract"));

    private final Redactor redactor = new Redactor();
    private final List<ReportEntry> entries = new ArrayList<>();
    private final List<TestExecutionResult> results = new ArrayList<>();
    private final List<Told> heard = new ArrayList<>();
    private final List<Redactor> secrets = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final SecretGate gate = new SecretGate(
            new EngineExecutionListener() {
                @Override
                public void reportingEntryPublished(TestDescriptor node, ReportEntry entry) {
                    entries.add(entry);
                }

                @Override
                public void executionFinished(TestDescriptor node, TestExecutionResult result) {
                    results.add(result);
                    heard.add(Told.of(node.getUniqueId().toString()));
                    secrets.add(Told.secretsOf(node.getUniqueId().toString()));
                }

                @Override
                public void executionSkipped(TestDescriptor node, String reason) {
                    skipped.add(reason);
                }
            },
            redactor);

    SecretGateTest() {
        redactor.register(new Secret(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "4F9A-KX7Q2", "4f9a\\u002dKx7Q2\\u002d", "%34%66%39%61%2d%4b%78%37%51%32%2d%76"})
    void an_outcome_with_a_secret_is_not_told_and_its_test_is_red(String leak) {
        CaseOutcome told = gate.keep(NODE, outcome("", leak));
        gate.executionFinished(NODE, TestExecutionResult.successful());

        assertThat(entries).isEmpty();
        assertThat(heard).containsExactly(new Told(told, List.of()));
        assertThat(told.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
        assertThat(told.reason()).startsWith("FAULT OF NAYSAYER: the outcome of this case holds a secret of this run");
        assertThat(told.operation()).isEqualTo("GET /orders");
        assertThat(told.transcript()).isNull();
        assertThat(results).hasSize(1).allMatch(it -> it.getStatus() == TestExecutionResult.Status.FAILED);
        assertThat(message()).startsWith("FAULT OF NAYSAYER: its outcome holds a secret");
        assertThat(told + message()).doesNotContain(leak);
    }

    @Test
    void of_a_waiver_that_holds_a_secret_nothing_is_told() {
        WaiverOutcome clean = waiver("Later.");

        List<WaiverOutcome> kept =
                gate.keepWaivers(NODE, List.of(clean, waiver("Until %s is gone.".formatted(SECRET))));

        gate.executionFinished(NODE, TestExecutionResult.successful());
        assertThat(kept).containsExactly(clean);
        assertThat(heard).containsExactly(Told.waivers(List.of(clean)));
        assertThat(message()).startsWith("FAULT OF NAYSAYER");
    }

    @Test
    void it_is_found_in_whatever_member_it_stands() {
        String encoded = Base64.getEncoder().encodeToString(("Bearer " + SECRET).getBytes(StandardCharsets.UTF_8));
        CaseOutcome told = gate.keep(NODE, outcome(encoded, ""));
        gate.executionFinished(NODE, TestExecutionResult.successful());

        assertThat(message()).startsWith("FAULT OF NAYSAYER");
        assertThat(told.toString()).doesNotContain(encoded);
    }

    /** A secret may be known only after what holds it was told. */
    @Test
    void whoever_writes_down_what_is_told_can_search_it_for_what_is_known_later() {
        gate.keep(NODE, outcome("", "harmless"));
        gate.executionFinished(NODE, TestExecutionResult.successful());
        redactor.register(new Secret("known-later-0123456789"));

        assertThat(secrets).singleElement().matches(it -> it.isIn("it was known-later-0123456789 all the time"));
        assertThat(Told.secretsOf(NODE.getUniqueId().toString())).isNull();
    }

    @Test
    void so_is_it_in_a_comparison() {
        ComparisonOutcome told = gate.keep(
                NODE,
                new ComparisonOutcome(
                        "Orders API",
                        "orders.auth.yaml",
                        1,
                        null,
                        "every-answer",
                        OutcomeKind.VIOLATION,
                        finding(SECRET),
                        List.of()));
        gate.executionFinished(NODE, TestExecutionResult.successful());

        assertThat(told.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
        assertThat(told.finding().reason()).startsWith("FAULT OF NAYSAYER");
        assertThat(told.toString()).doesNotContain(SECRET);
        assertThat(heard).containsExactly(new Told(null, List.of(told)));
        assertThat(message()).startsWith("FAULT OF NAYSAYER");
    }

    @ParameterizedTest
    @ValueSource(strings = {ReportEntries.NOTICE_KEY, ReportEntries.RUN_KEY, "anything"})
    void whatever_is_published_past_that_is_held_back_too(String key) {
        gate.reportingEntryPublished(NODE, ReportEntry.from(key, "waiting for " + SECRET));
        gate.executionFinished(NODE, TestExecutionResult.successful());

        assertThat(entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.getKeyValuePairs())
                        .hasEntrySatisfying(
                                ReportEntries.NOTICE_KEY,
                                words -> assertThat(words).startsWith("FAULT OF NAYSAYER: a notice")));
        assertThat(entries.toString()).doesNotContain(SECRET);
        assertThat(message()).startsWith("FAULT OF NAYSAYER");
    }

    @Test
    void so_is_it_in_what_was_thrown_and_in_its_causes() {
        gate.executionFinished(
                NODE,
                TestExecutionResult.failed(
                        new IllegalStateException("no", new IllegalArgumentException("for " + SECRET))));
        gate.executionSkipped(NODE, "because of " + SECRET);

        assertThat(message()).startsWith("FAULT OF NAYSAYER: the message of java.lang.IllegalStateException holds");
        assertThat(results.get(0).getThrowable().orElseThrow()).hasNoCause();
        assertThat(skipped).allMatch(reason -> reason.startsWith("FAULT OF NAYSAYER"));
    }

    @Test
    void what_holds_none_goes_through_as_it_is() {
        CaseOutcome outcome = outcome("a", "b");
        ReportEntry notice = ReportEntry.from(ReportEntries.NOTICE_KEY, "waits 3 s");
        TestExecutionResult result = TestExecutionResult.failed(new IllegalStateException("no"));

        assertThat(gate.keep(NODE, outcome)).isSameAs(outcome);
        gate.reportingEntryPublished(NODE, notice);
        gate.executionFinished(NODE, result);

        assertThat(heard)
                .singleElement()
                .satisfies(told -> assertThat(told.outcome()).isSameAs(outcome));
        assertThat(entries).containsExactly(notice);
        assertThat(results).containsExactly(result);
    }

    @Test
    void a_secret_that_is_made_of_our_own_words_raises_no_alarm() {
        OwnWords.all().forEach(redactor::addOwnWords);
        redactor.register(new Secret("my-client-secret"));
        redactor.register(new Secret("the good token"));
        ReportEntry entry = ReportEntry.from(
                ReportEntries.NOTICE_KEY, "check 'client-id' and 'client-secret'; the good token is gone");

        gate.reportingEntryPublished(NODE, entry);

        assertThat(entries).containsExactly(entry);
    }

    private String message() {
        return String.valueOf(results.get(0).getThrowable().orElseThrow().getMessage());
    }

    private static CaseOutcome outcome(String header, String body) {
        return new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                7,
                "http://127.0.0.1:1",
                "GET /orders",
                "expired-token",
                "a token that has expired",
                false,
                OutcomeKind.CONFORMING,
                null,
                List.of(),
                new Transcript(
                        "GET",
                        "http://127.0.0.1:1/orders",
                        List.of(),
                        null,
                        401,
                        List.of(new Header("X-Debug", header)),
                        body,
                        null,
                        false,
                        false,
                        null));
    }

    private static WaiverOutcome waiver(String reason) {
        return new WaiverOutcome(
                "Orders API",
                "orders.auth.yaml",
                null,
                "no-store",
                null,
                null,
                new Waived("team-orders", LocalDate.of(2026, 12, 31), reason, null, "orders.auth.yaml", 7),
                "delete line 7 of orders.auth.yaml",
                WaiverState.IN_USE,
                false,
                1,
                null);
    }

    private static Finding finding(String actual) {
        return new Finding(
                "nosniff",
                "advice",
                "rfc6750",
                null,
                "RFC 1",
                null,
                "a",
                "b",
                "c",
                "d",
                "violated",
                "nosniff",
                actual,
                null);
    }
}
