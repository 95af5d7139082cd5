package dev.naysayer.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a suite declares of one case: the nearest word, with its line. */
class NearestPromiseTest {

    /** Each place in its order, the nearest first; each says another status. */
    private static final List<String> PLACES = List.of(
            "operation and scenario",
            "operation and kind",
            "operation",
            "scenario",
            "group",
            "kind",
            "suite",
            "profile",
            "condition");

    private static final List<String> LINES = List.of("14", "13", "12", "17", "18", "9", "8", "5", "");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static Stream<Integer> places() {
        return IntStream.range(0, PLACES.size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("places")
    void the_nearest_place_that_says_something_goes_before(int nearest) throws IOException {
        ContractCase expired = named(planned(suite(nearest)), "GET /orders › expired-token");

        String status = nearest == PLACES.size() - 1 ? "401" : String.valueOf(410 + nearest);
        assertThat(expired.expectation().statuses()).as(PLACES.get(nearest)).hasToString(status);
        assertThat(line(expired.promise().statuses())).isEqualTo(LINES.get(nearest));
        assertThat(Declared.valueOf(expired.promise().mediaType())).isEqualTo("text/plain");
    }

    /** A suite in which this place and all that are farther say something, each on its own line. */
    private static String suite(int nearest) {
        return """
                suite: Orders API
                credentials:
                  bearer:
                    token: {good: "${KEY}", expired-token: "${KEY}"}
                profiles: [%s]
                refusals:
                  body: {media-type: text/plain}
                  %s
                  %s
                operations:
                  - GET /orders:
                      %s
                      %s
                      %s
                scenarios:
                  - no-token
                  %s
                  %s
                """.formatted(
                        nearest <= 7 ? "house.profile.yaml" : "rfc6750",
                        said(nearest, 6, "status: 416"),
                        said(nearest, 5, "bad-credential: {status: 415}"),
                        said(nearest, 2, "refusals: {status: 412" + (nearest <= 1 ? "," : "}")),
                        said(nearest, 1, "  bad-credential: {status: 411}}"),
                        said(nearest, 0, "expired-token: {status: 410}"),
                        said(nearest, 3, "- expired-token: {status: 413}"),
                        nearest <= 4 ? "- jwt: {take: core, status: 414}" : "- jwt: core");
    }

    private static String said(int nearest, int place, String words) {
        return nearest <= place ? words : "# silent";
    }

    private static String line(@Nullable Declared<?> declared) {
        return declared == null ? "" : String.valueOf(declared.at().line());
    }

    @Test
    void what_is_said_of_many_asks_nothing_of_other_causes() throws IOException {
        Map<String, ContractCase> cases = planned("""
                suite: Orders API
                credentials:
                  bearer:
                    token: {good: "${KEY}", insufficient-scope: "${KEY}"}
                refusals:
                  status: 401
                  error: invalid_token
                  body: {media-type: text/plain}
                  no-credential: {error: none}
                  no-right: {status: 403, error: insufficient_scope}
                  broken-message: {status: 400}
                operations: [GET /orders]
                scenarios:
                  - carriage: {take: all, status: 499}
                  - unknown-token
                  - insufficient-scope
                """);

        assertThat(expected(cases, "no-token")).isEqualTo("499, none");
        assertThat(expected(cases, "unknown-token")).isEqualTo("401, invalid_token");
        assertThat(expected(cases, "insufficient-scope")).isEqualTo("403, insufficient_scope");
        // A server refuses these before the API hears of them, or they are malformed.
        assertThat(expected(cases, "nul-character")).startsWith("400, invalid_request");
        assertThat(expected(cases, "scheme-only")).startsWith("400, invalid_request");
        // What is good in another spelling gets through, and what an API may let in may still get through.
        assertThat(expected(cases, "scheme-lower-case")).isEqualTo("2xx, none");
        assertThat(expected(cases, "token-in-form")).isEqualTo("2xx or 499, none");
        // Another path or method ends anyhow, with all that it has in common with other refusals.
        assertThat(expected(cases, "method-head")).startsWith("401 or 403 or 404");
        assertThat(cases.values())
                .filteredOn(it -> !it.control())
                .extracting(it -> Declared.valueOf(it.promise().mediaType()))
                .containsOnly("text/plain");
    }

    @Test
    void a_scenario_that_an_operation_leaves_out_is_not_applicable_with_the_reason() throws IOException {
        Map<String, ContractCase> cases = planned("""
                suite: Orders API
                credentials: {bearer: {token: {good: "${KEY}"}}}
                operations:
                  - GET /orders
                  - GET /health: {except: {unknown-token: The gateway answers health by itself.}}
                scenarios: [no-token, unknown-token]
                """);

        assertThat(named(cases, "GET /health › unknown-token").notApplicable())
                .isEqualTo("the suite leaves it out here: The gateway answers health by itself.");
        assertThat(named(cases, "GET /health › no-token").notApplicable()).isNull();
        assertThat(named(cases, "GET /orders › unknown-token").notApplicable()).isNull();
    }

    private static ContractCase named(Map<String, ContractCase> cases, String name) {
        return Objects.requireNonNull(cases.get(name), name);
    }

    private static String expected(Map<String, ContractCase> cases, String condition) {
        ContractCase it = named(cases, "GET /orders › " + condition);
        return it.expectation().statuses() + ", "
                + String.join(" or ", it.expectation().errors());
    }

    private Map<String, ContractCase> planned(String yaml) throws IOException {
        Files.writeString(folder.resolve("house.profile.yaml"), """
                profile: house
                summary: What all our APIs have in common.


                expectations: [expired-token: {status: 417}]
                """);
        Path file = Files.writeString(folder.resolve("orders.auth.yaml"), yaml);
        Reading reading = SuiteFile.alone(file).plan(Set.of("KEY"));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return CasePlan.of(((Reading.Understood) reading).suite()).stream()
                .collect(Collectors.toMap(ContractCase::name, it -> it));
    }
}
