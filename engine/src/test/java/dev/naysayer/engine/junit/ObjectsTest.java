package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import dev.naysayer.engine.junit.GuardedApi.Answer;
import dev.naysayer.engine.junit.GuardedApi.Asked;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Whose order may be read by whom: at an API that is right, at one that is lenient, and at flawed ones. */
@Timeout(60)
@ExtendWith(SuiteKey.class)
class ObjectsTest {

    /** The whole suite that {@code docs/suite.md} shows. */
    private static final String SHOWN = shown();

    private static final String HIDDEN = SHOWN.replaceAll(".* DELETE .*\\n", "");

    private static final String SHOP = HIDDEN.replace("existence: hidden\n", "");

    private static final Map<String, String> OWNERS = Map.of("1001", "anna", "2001", "bert");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static String shown() {
        try {
            return Files.readString(Path.of("../docs/suite.md"))
                    .split("### `objects`", 2)[1]
                    .split("```yaml\n", 2)[1]
                    .split("```", 2)[0]
                    .replace("SHOP_KEY", "NAYSAYER_TEST_KEY");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer unknown(Asked it) {
        return Answer.refused(
                401,
                "{\"title\":\"Log in\"}",
                "Bearer realm=\"shop\"" + (it.authorization("Bearer") == null ? "" : ", error=\"invalid_token\""));
    }

    /** With what differs from one answer to the next, and the id that was asked for. */
    private static Answer said(int status, String title, String order) {
        return Answer.refused(
                        status,
                        "{\"title\":\"%s\",\"instance\":\"/orders/%s\",\"requestId\":\"%s\"}"
                                .formatted(title, order, UUID.randomUUID()))
                .with("X-Request-Id", UUID.randomUUID().toString());
    }

    private static String order(Asked it) {
        return it.uri().substring(it.uri().lastIndexOf('/') + 1);
    }

    private static String operation(Asked it) {
        return it.method() + " " + it.uri();
    }

    /** An API that looks at whose an order is, and answers in its own way for those that are somebody else's and for none. */
    private static Function<Asked, Answer> shop(BiFunction<Asked, String, Answer> foreign, String absentTitle) {
        return it -> {
            String subject = it.subject();
            if (subject == null) {
                return unknown(it);
            }
            if (it.uri().equals("/audit")) {
                return subject.equals("otto") ? Answer.served("[]") : said(403, "You may not", "none");
            }
            String owner = OWNERS.get(order(it));
            if (owner == null) {
                return said(404, absentTitle, order(it));
            }
            boolean reads = it.method().equals("GET") && subject.equals("otto");
            return owner.equals(subject) || reads
                    ? Answer.served("{\"order\":%s}".formatted(order(it)))
                    : foreign.apply(it, order(it));
        };
    }

    private static final Function<Asked, Answer> TELLING =
            shop((it, order) -> said(403, "This is not yours", order), "There is no such order");

    private static final Function<Asked, Answer> HIDING =
            shop((it, order) -> said(404, "There is no such order", order), "There is no such order");

    @Test
    void each_subject_meets_its_own_object_and_a_foreign_one_and_an_api_that_is_right_conforms() throws IOException {
        List<CaseOutcome> outcomes = outcomes(SHOP, TELLING);

        assertThat(outcomes).extracting(CaseOutcome::kind).containsOnly(OutcomeKind.CONFORMING);
        assertThat(outcomes)
                .filteredOn(it -> it.owner() != null && !it.controlAfter())
                .extracting(
                        it -> it.operation() + " › " + it.scenario(),
                        CaseOutcome::subject,
                        CaseOutcome::owner,
                        it -> Objects.requireNonNull(it.transcript()).status())
                .containsExactly(
                        tuple("GET /orders/{order} › control", "alice", "alice", 200),
                        tuple("GET /orders/{order} › alice: foreign", "alice", "bob", 403),
                        tuple("GET /orders/{order} › bob", "bob", "bob", 200),
                        tuple("GET /orders/{order} › bob: foreign", "bob", "alice", 403),
                        tuple("GET /orders/{order} › auditor: foreign", "auditor", "alice", 200),
                        tuple("PUT /orders/{order} › control", "alice", "alice", 200),
                        tuple("PUT /orders/{order} › alice: foreign", "alice", "bob", 403),
                        tuple("PUT /orders/{order} › bob", "bob", "bob", 200),
                        tuple("PUT /orders/{order} › bob: foreign", "bob", "alice", 403),
                        tuple("PUT /orders/{order} › auditor: foreign", "auditor", "alice", 403));
        assertThat(outcomes)
                .filteredOn(it -> it.scenario().equals("alice: foreign"))
                .extracting(CaseOutcome::reason)
                .containsOnly("refused although the same credential got through at GET /orders/{order} › control");
    }

    @Test
    void nothing_is_sent_twice_and_nothing_absent_is_asked_for_where_existence_is_told() throws IOException {
        try (GuardedApi api = new GuardedApi(TELLING)) {
            run(SHOP, api);

            assertThat(api.asked())
                    .extracting(it -> operation(it) + " of " + it.subject())
                    .containsExactlyInAnyOrder(
                            "GET /orders/1001 of anna",
                            "GET /orders/2001 of anna",
                            "GET /orders/2001 of bert",
                            "GET /orders/1001 of bert",
                            "GET /orders/1001 of otto",
                            "GET /orders/1001 of null",
                            "GET /orders/1001 of anna",
                            "PUT /orders/1001 of anna",
                            "PUT /orders/2001 of anna",
                            "PUT /orders/2001 of bert",
                            "PUT /orders/1001 of bert",
                            "PUT /orders/1001 of otto",
                            "PUT /orders/1001 of null",
                            "GET /audit of otto",
                            "GET /audit of anna",
                            "GET /audit of bert",
                            "GET /audit of null",
                            "GET /audit of otto");
        }
    }

    @Test
    void where_existence_is_told_an_api_may_hide_it_all_the_same() throws IOException {
        EngineExecutionResults run = run(SHOP, HIDING);

        assertThat(Published.outcomes(run)).extracting(CaseOutcome::kind).containsOnly(OutcomeKind.CONFORMING);
        assertThat(broken(run)).isEmpty();
    }

    @Test
    void an_api_that_hides_what_the_suite_wants_hidden_conforms_though_ids_of_requests_vary() throws IOException {
        EngineExecutionResults run = run(HIDDEN, HIDING);

        assertThat(Published.outcomes(run)).extracting(CaseOutcome::kind).containsOnly(OutcomeKind.CONFORMING);
        assertThat(hidden(run).kind()).isEqualTo(OutcomeKind.CONFORMING);
        assertThat(hidden(run).probes())
                .extracting(it -> it.method() + " " + it.uri().replaceAll("https?://[^/]+", ""))
                .containsExactly(
                        "GET /orders/9999",
                        "GET /orders/9999",
                        "PUT /orders/9999",
                        "PUT /orders/9999",
                        "PUT /orders/9999");
        assertThat(broken(run)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"told", "hidden"})
    void a_foreign_object_that_is_served_is_found_at_its_cell_and_no_other(String existence) throws IOException {
        Function<Asked, Answer> right = existence.equals("told") ? TELLING : HIDING;
        EngineExecutionResults run = run(
                SHOP + "existence: %s%n".formatted(existence),
                it -> operation(it).equals("GET /orders/1001") && "bert".equals(it.subject())
                        ? Answer.served("{\"order\":1001}")
                        : right.apply(it));

        assertThat(Published.outcomes(run))
                .filteredOn(it -> it.kind() != OutcomeKind.CONFORMING)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.operation() + " › " + it.scenario()).isEqualTo("GET /orders/{order} › bob: foreign");
                    assertThat(it.kind()).isEqualTo(OutcomeKind.VIOLATION);
                    assertThat(it.meaning())
                            .isEqualTo("the good credential of 'bob', who may not do this to what belongs to 'alice'");
                    assertThat(it.violations()).singleElement().satisfies(finding -> {
                        assertThat(finding.level()).isEqualTo("MUST");
                        assertThat(finding.why()).contains("OWASP API1");
                    });
                });
    }

    @Test
    void a_403_for_what_is_hidden_is_another_status_than_declared_and_tells_that_it_is_there() throws IOException {
        EngineExecutionResults run = run(HIDDEN, TELLING);

        assertThat(broken(run))
                .containsExactly(
                        "GET /orders/{order} › alice: foreign: status-as-declared, api.auth.yaml:12",
                        "GET /orders/{order} › bob: foreign: status-as-declared, api.auth.yaml:12",
                        "PUT /orders/{order} › alice: foreign: status-as-declared, api.auth.yaml:12",
                        "PUT /orders/{order} › bob: foreign: status-as-declared, api.auth.yaml:12",
                        "PUT /orders/{order} › auditor: foreign: status-as-declared, api.auth.yaml:12",
                        "comparison: hidden-as-absent");
        assertThat(hidden(run).finding().actual())
                .contains(
                        "GET /orders/{order} › alice: foreign: 403, not 404", "PUT /orders/{order} › auditor: foreign");
    }

    @Test
    void the_same_status_with_another_body_gives_away_what_is_hidden() throws IOException {
        EngineExecutionResults run =
                run(HIDDEN, shop((it, order) -> said(404, "You cannot see this", order), "There is no such order"));

        assertThat(broken(run)).containsExactly("comparison: hidden-as-absent");
        assertThat(hidden(run).finding().level()).isEqualTo("MUST");
        assertThat(hidden(run).finding().actual())
                .contains(
                        "GET /orders/{order} › alice: foreign: the body",
                        "You cannot see this",
                        "There is no such order");
    }

    @Test
    void the_same_status_with_other_headers_gives_away_what_is_hidden() throws IOException {
        EngineExecutionResults run = run(
                HIDDEN,
                shop(
                        (it, order) ->
                                said(404, "There is no such order", order).with("X-Shard", "b7"),
                        "There is no such order"));

        assertThat(broken(run)).containsExactly("comparison: hidden-as-absent");
        assertThat(hidden(run).finding().actual()).contains("x-shard");
    }

    @Test
    void an_operation_may_tell_what_others_hide() throws IOException {
        String suite = HIDDEN.replace("{allows: owner,", "{existence: told, allows: owner,");
        EngineExecutionResults run = run(suite, it -> it.method().equals("PUT") ? TELLING.apply(it) : HIDING.apply(it));

        assertThat(broken(run)).isEmpty();
        assertThat(hidden(run).probes()).hasSize(2);
    }

    @Test
    void a_404_for_what_nobody_gets_at_proves_less() throws IOException {
        String suite = SHOP.replace("bob: 2001", "bob: 2002");
        List<CaseOutcome> outcomes = outcomes(suite, HIDING);

        assertThat(outcomes)
                .filteredOn(it -> it.scenario().equals("alice: foreign"))
                .hasSize(2)
                .allSatisfy(
                        it -> assertThat(it.reason())
                                .isEqualTo(
                                        "refused with 404; nobody got at this object of 'bob' in this run, so it may not be there, and this proves less"));
        assertThat(outcomes)
                .filteredOn(it -> "bob".equals(it.owner()) && it.scenario().equals("bob"))
                .extracting(CaseOutcome::kind)
                .containsOnly(OutcomeKind.INCONCLUSIVE);
    }

    @Test
    void of_what_is_deleted_only_those_who_may_not_ask() throws IOException {
        EngineExecutionResults run = run(SHOWN, HIDING);

        assertThat(Published.outcomes(run))
                .filteredOn(it -> it.operation().startsWith("DELETE") && it.subject() != null)
                .extracting(CaseOutcome::scenario, CaseOutcome::kind)
                .containsExactly(
                        tuple("control", OutcomeKind.NOT_APPLICABLE),
                        tuple("alice: foreign", OutcomeKind.CONFORMING),
                        tuple("bob", OutcomeKind.NOT_APPLICABLE),
                        tuple("bob: foreign", OutcomeKind.CONFORMING),
                        tuple("auditor: foreign", OutcomeKind.CONFORMING));
        assertThat(broken(run)).isEmpty();
    }

    private static ComparisonOutcome hidden(EngineExecutionResults run) {
        return Published.comparisons(run).stream()
                .filter(it -> it.finding().rule().equals("hidden-as-absent"))
                .findFirst()
                .orElseThrow();
    }

    /** What fails or warns. */
    private static List<String> broken(EngineExecutionResults run) {
        return Stream.concat(
                        Published.outcomes(run).stream()
                                .flatMap(it -> it.violations().stream()
                                        .map(finding -> "%s › %s: %s, %s"
                                                .formatted(
                                                        it.operation(),
                                                        it.scenario(),
                                                        finding.rule(),
                                                        finding.source()))),
                        Published.comparisons(run).stream()
                                .map(ComparisonOutcome::finding)
                                .filter(Finding::violated)
                                .filter(it -> it.fails(true))
                                .map(it -> "comparison: " + it.rule()))
                .toList();
    }

    private List<CaseOutcome> outcomes(String suite, Function<Asked, Answer> guard) throws IOException {
        return Published.outcomes(run(suite, guard));
    }

    private EngineExecutionResults run(String suite, Function<Asked, Answer> guard) throws IOException {
        try (GuardedApi api = new GuardedApi(guard)) {
            return run(suite, api);
        }
    }

    private EngineExecutionResults run(String suite, GuardedApi api) throws IOException {
        Path file = Files.writeString(folder.resolve("api.auth.yaml"), "target: " + api.url() + "\n" + suite);
        return Contracts.engine().selectors(selectFile(file.toFile())).execute();
    }
}
