package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.OperationPromises;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.dsl.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a suite declares of answers, wherever it stands. */
class PromiseTest {

    private static final Expectation BY_DEFAULT =
            new Expectation(Statuses.refused(List.of(401)), List.of("invalid_token"));

    private static final Expectation EITHER = new Expectation(new Statuses(true, List.of(400, 401)), List.of("none"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SuiteFiles files;

    @BeforeEach
    void give_files() {
        files = new SuiteFiles(folder);
    }

    @Test
    void each_place_has_what_it_says_with_its_line() {
        Suite suite = files.suite("""
                suite: Orders API
                credentials:
                  bearer:
                    mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${KEY}"}
                refusals:
                  error: none
                  no-right: {status: 403}
                operations:
                  - GET /orders
                  - POST /logout:
                      mutates: true
                      refusals: {no-credential: {status: 404}}
                      no-token: {status: 204, because: Logging out nobody is done already.}
                      except: {wrong-audience: There is one  audience.}
                scenarios:
                  - no-token
                  - wrong-audience
                  - jwt: {take: all, status: 400}
                """);
        OperationPromises logout = suite.operations().get(1).promises();

        assertThat(words(suite.refusals().promise().errors())).isEqualTo("[none] orders.auth.yaml:6:10, for many");
        assertThat(words(suite.refusals().of(CauseKind.NO_RIGHT).statuses()))
                .isEqualTo("403 orders.auth.yaml:7:22, for many");
        assertThat(words(logout.refusals().of(CauseKind.NO_CREDENTIAL).statuses()))
                .isEqualTo("404 orders.auth.yaml:12:42, for many");
        assertThat(words(logout.of("no-token").statuses()))
                .isEqualTo("204 orders.auth.yaml:13:26, because Logging out nobody is done already.");
        assertThat(logout.except()).containsOnly(Map.entry("wrong-audience", "There is one audience."));
        assertThat(words(suite.scenarios().get(2).group().statuses()))
                .isEqualTo("400 orders.auth.yaml:18:30, for many");
        assertThat(suite.operations().get(0).promises()).isEqualTo(OperationPromises.NONE);
        assertThat(suite.refusals().of(null)).isEqualTo(Promise.NONE);
    }

    @Test
    void a_group_and_the_item_of_one_of_its_conditions_are_both_kept_and_the_first_of_two_groups_goes_before() {
        Suite suite = files.suite(SuiteFiles.ORDERS.replace("scenarios: [no-token, expired-token]", """
                scenarios:
                  - expired-token: {error: none}
                  - jwt: {take: core, status: 400}
                  - opaque: {take: all, status: 401, error: invalid_token}
                """));
        Scenario expired = suite.scenarios().get(0);

        assertThat(expired.condition()).isEqualTo("expired-token");
        assertThat(words(expired.promise().errors())).isEqualTo("[none] orders.auth.yaml:10:28");
        assertThat(words(expired.group().statuses())).isEqualTo("400 orders.auth.yaml:11:31, for many");
        assertThat(words(expired.group().errors())).isEqualTo("[invalid_token] orders.auth.yaml:12:45, for many");
    }

    @Test
    void what_is_said_of_many_does_not_forbid_what_a_condition_allows() {
        Declared<Statuses> of401 = Declared.of(Statuses.refused(List.of(401)), new Position("a.auth.yaml", 1, 1));
        Declared<Statuses> ofMany401 = new Declared<>(of401.value(), of401.at(), null, true, null);

        assertThat(statuses(ofMany401).expectation(EITHER).statuses()).hasToString("2xx or 401");
        assertThat(statuses(of401).expectation(EITHER).statuses()).hasToString("401");
        assertThat(statuses(ofMany401).expectation(BY_DEFAULT).statuses()).hasToString("401");
        assertThat(statuses(ofMany401).saysWhetherLetIn()).isFalse();
        assertThat(statuses(of401).saysWhetherLetIn()).isTrue();
    }

    @Test
    void the_nearest_word_goes_before_of_each_part_for_itself() {
        Position at = new Position("a.auth.yaml", 1, 1);
        Promise near = statuses(Declared.of(Statuses.refused(List.of(404)), at));
        Promise far = new Promise(
                Declared.of(Statuses.refused(List.of(403)), at), Declared.of(List.of("none"), at), null, null);

        Promise both = Promise.of(Stream.of(near, far));

        assertThat(both.expectation(BY_DEFAULT))
                .isEqualTo(new Expectation(Statuses.refused(List.of(404)), List.of("none")));
        assertThat(Promise.NONE.expectation(BY_DEFAULT)).isEqualTo(BY_DEFAULT);
    }

    private static Promise statuses(Declared<Statuses> declared) {
        return new Promise(declared, null, null, null);
    }

    private static String words(@Nullable Declared<?> declared) {
        return declared == null
                ? "undeclared"
                : "%s %s%s%s"
                        .formatted(
                                declared.value(),
                                declared.at(),
                                declared.forMany() ? ", for many" : "",
                                declared.because() == null ? "" : ", because " + declared.because());
    }
}
