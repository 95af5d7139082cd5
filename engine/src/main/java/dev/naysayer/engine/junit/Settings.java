package dev.naysayer.engine.junit;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.engine.exchange.Manners;
import dev.naysayer.engine.exchange.RateLimit;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.engine.run.BaseUrls;
import dev.naysayer.engine.run.RunSettings;
import dev.naysayer.engine.run.SuiteFile;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * The settings of one run.
 *
 * @param parameters what JUnit was told; they know system properties, too
 * @param environment the variables of the process
 */
record Settings(ConfigurationParameters parameters, Map<String, String> environment) {

    Settings(ConfigurationParameters parameters) {
        this(parameters, System.getenv());
    }

    /** The base URL that goes before all others for this suite: its own, else that of all. */
    Optional<BaseUrls.Given> target(SuiteFile file) {
        return ownTarget(file).or(() -> baseUrl(Setting.TARGET.parameter()));
    }

    /** The base URL that is said of this suite, or of others that are called alike. */
    Optional<BaseUrls.Given> ownTarget(SuiteFile file) {
        return baseUrl(Setting.TARGET_OF_SUITE.of(file.name()));
    }

    private Optional<BaseUrls.Given> baseUrl(String parameter) {
        return Setting.given(parameter, parameters, environment)
                .map(given -> new BaseUrls.Given(given.name(), given.value()));
    }

    /** The names of suites of which a parameter or a system property says a base URL. */
    Stream<String> suitesWithTarget() {
        return names().flatMap(name -> Setting.TARGET_OF_SUITE.suite(name).stream());
    }

    /** Of all parameters and system properties; JUnit's parameters know the latter when they are asked for one, and do not list them. */
    Stream<String> names() {
        return Stream.concat(parameters.keySet().stream(), System.getProperties().stringPropertyNames().stream())
                .distinct()
                .sorted();
    }

    /** What the run is called: as somebody says, or a few random digits. */
    String runId() {
        return text(Setting.RUN_ID).orElseGet(() -> {
            byte[] digits = new byte[4];
            new SecureRandom().nextBytes(digits);
            return HexFormat.of().formatHex(digits);
        });
    }

    /** @param runId what the run is called in requests */
    RunSettings run(String runId) {
        return new RunSettings(
                new TransportSettings(
                        seconds(Setting.CONNECT_TIMEOUT),
                        seconds(Setting.RESPONSE_TIMEOUT),
                        TransportSettings.DEFAULTS.maxBodyBytes(),
                        manners(runId)),
                this::target,
                seconds(Setting.LONGEST_WAIT),
                seconds(Setting.COMMAND_TIMEOUT),
                seconds(Setting.START_TIMEOUT),
                gate().failOn().strict(),
                days(Setting.WAIVER_NOTICE),
                whole(Setting.PARALLELISM),
                whole(Setting.RETRIES),
                shard());
    }

    /** Which of the cases are run. */
    Shard shard() {
        return shards().get();
    }

    private ShardSettings shards() {
        return new ShardSettings(text(Setting.SHARD), text(Setting.SHARDS), environment.get(ShardSettings.INDEX));
    }

    private Manners manners(String runId) {
        return new Manners(
                text(Setting.USER_AGENT).orElseGet(() -> "%s (run %s)".formatted(BuildVersion.product(), runId)),
                text(Setting.RATE_LIMIT)
                        .map(Double::valueOf)
                        .map(requests -> RateLimit.perSecond(requests, System::nanoTime))
                        .orElse(RateLimit.NONE));
    }

    /** The environment that suites are tested in; empty where each is tested as it stands. */
    Optional<String> chosenEnvironment() {
        return text(Setting.ENVIRONMENT);
    }

    /** What has to be kept for the build to be green. */
    GateRules gate() {
        return GateSettings.of(parameters, environment);
    }

    /** In bytes. */
    long maxFileSize() {
        return Setting.maxFileSize(parameters, environment);
    }

    /** What is wrong with the settings; to be told before anything runs. */
    List<String> problems() {
        Stream<String> malformed =
                Arrays.stream(Setting.values()).flatMap(setting -> setting.problem(parameters, environment).stream());
        return Stream.of(
                        UnknownSettings.problems(names()),
                        malformed,
                        shards().problem().stream(),
                        GateSettings.problem(parameters, environment).stream())
                .flatMap(problems -> problems)
                .toList();
    }

    private Optional<String> text(Setting setting) {
        return setting.in(parameters, environment);
    }

    private int whole(Setting setting) {
        return Integer.parseInt(text(setting).orElseThrow());
    }

    private int days(Setting setting) {
        String days = text(setting).orElseThrow();
        return Integer.parseInt(days.substring(0, days.length() - 1));
    }

    private Duration seconds(Setting setting) {
        return Duration.ofSeconds(whole(setting));
    }
}
