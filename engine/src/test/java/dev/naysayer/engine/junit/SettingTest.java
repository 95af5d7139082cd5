package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.run.RunSettings;
import dev.naysayer.engine.run.SuiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.ConfigurationParameters;

class SettingTest {

    private static final SuiteFile ORDERS = SuiteFile.alone(Path.of("orders.auth.yaml"));

    @Test
    void every_name_can_be_told_from_the_others_in_both_spellings() {
        assertThat(Setting.values())
                .extracting(Setting::parameter)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("naysayer\\.[a-z]+(-[a-z]+)*(\\.<suite>)?"));
        assertThat(Setting.values())
                .extracting(Setting::variable)
                .doesNotHaveDuplicates()
                .contains("NAYSAYER_RESPONSE_TIMEOUT")
                .allMatch(name -> name.matches("NAYSAYER_[A-Z_]+(<SUITE>)?"));
    }

    @Test
    void what_holds_where_nothing_is_said_has_the_form_of_what_is_said() {
        Settings none = new Settings(new Parameters(Map.of()), Map.of());

        assertThat(none.problems()).isEmpty();
        assertThat(Arrays.stream(Setting.values())
                        .filter(setting -> setting.in(none.parameters(), Map.of())
                                .filter(value -> !setting.form().fits(value))
                                .isPresent()))
                .isEmpty();
    }

    @Test
    void a_run_that_is_told_nothing_has_the_time_outs_of_a_request_outside_of_a_run() {
        RunSettings run = new Settings(new Parameters(Map.of()), Map.of()).run("a1");

        assertThat(run.transport().connectTimeout()).isEqualTo(TransportSettings.DEFAULTS.connectTimeout());
        assertThat(run.transport().responseTimeout()).isEqualTo(TransportSettings.DEFAULTS.responseTimeout());
        assertThat(run.transport().manners().userAgent()).isEqualTo(BuildVersion.product() + " (run a1)");
        assertThat(run.targets().of(ORDERS)).isEmpty();
        assertThat(run.strict()).isFalse();
    }

    @Test
    void a_parameter_goes_before_the_environment_and_the_environment_before_the_default() {
        Map<String, String> environment =
                Map.of("NAYSAYER_RESPONSE_TIMEOUT", "7", "NAYSAYER_CONNECT_TIMEOUT", "8", "NAYSAYER_FAIL_ON", "should");
        Settings settings = new Settings(new Parameters(Map.of("naysayer.response-timeout", "9")), environment);

        RunSettings run = settings.run("a1");

        assertThat(run.transport().responseTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(run.transport().connectTimeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(run.strict()).isTrue();
        assertThat(run.commandTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void an_empty_variable_is_none() {
        Settings settings = new Settings(new Parameters(Map.of()), Map.of("NAYSAYER_TARGET", ""));

        assertThat(settings.target(ORDERS)).isEmpty();
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void a_complaint_names_what_was_set() {
        Settings settings = new Settings(
                new Parameters(Map.of("naysayer.fail-on", "all")),
                Map.of("NAYSAYER_RESPONSE_TIMEOUT", "soon", "NAYSAYER_FAIL_ON", "should"));

        assertThat(settings.problems())
                .containsExactly(
                        "NAYSAYER_RESPONSE_TIMEOUT has to be whole seconds, from 1 to 99999",
                        "naysayer.fail-on has to be must, should, new or never");
        assertThat(settings.run("a1").transport().responseTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT_TIMEOUT, 1, 0",
        "RESPONSE_TIMEOUT, 99999, 100000",
        "START_TIMEOUT, 10, 010",
        "LONGEST_WAIT, 10, 1e1",
        "COMMAND_TIMEOUT, 10, 99999999999",
        "MAX_FILE_SIZE, 999, 1000",
        "RATE_LIMIT, 0.5, 0.0",
        "USER_AGENT, Orders tests, Orders tëst",
        "RUN_ID, build-7.1, build/7",
        "FAIL_ON, new, NEW",
        "MAX_WARNINGS, 0, -1",
        "MAX_INCONCLUSIVE, 3, 3.5",
        "MIN_CASES, 80, 0",
        "REQUIRE_OBTAINABLE, false, 0"
    })
    void a_form_says_what_fits_and_what_does_not(Setting setting, String right, String wrong) {
        assertThat(setting.form().fits(right)).isTrue();
        assertThat(setting.form().fits(wrong)).isFalse();
    }

    @Test
    void a_variable_that_is_nearly_a_setting_is_told_and_any_other_is_somebody_elses() {
        assertThat(UnknownSettings.notices(
                        Map.of(
                                "NAYSAYER_TRAGET", "https://orders.example",
                                "NAYSAYER_FAIL_ON", "should",
                                "NAYSAYER_TARGET_ORDERS", "https://orders.example",
                                "NAYSAYER_TARGET_BILLING", "of another module",
                                "NAYSAYER_TOKEN", "of the suite",
                                "NAYSAYER_PORT_8080_TCP_ADDR", "of a cluster",
                                "OTHER", "of others"),
                        List.of("orders")))
                .containsExactly(
                        "the environment variable NAYSAYER_TRAGET is no setting and was not looked at; did you mean NAYSAYER_TARGET?");
    }

    /** What JUnit was told, and nothing else. */
    record Parameters(Map<String, String> values) implements ConfigurationParameters {

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public Optional<Boolean> getBoolean(String key) {
            return get(key).map(Boolean::parseBoolean);
        }

        @Override
        public Set<String> keySet() {
            return values.keySet();
        }
    }
}
