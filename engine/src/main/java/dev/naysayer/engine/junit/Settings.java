package dev.naysayer.engine.junit;

import dev.naysayer.dsl.UserFile;
import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.engine.exchange.Manners;
import dev.naysayer.engine.exchange.RateLimit;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.engine.run.RunSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    @Nullable
    String target() {
        return text(Setting.TARGET).orElse(null);
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
                target(),
                seconds(Setting.LONGEST_WAIT),
                seconds(Setting.COMMAND_TIMEOUT),
                seconds(Setting.START_TIMEOUT),
                isOn(Setting.STRICT),
                whole(Setting.RETRIES),
                shard());
    }

    /** Which of the cases are run. */
    Shard shard() {
        return shards().get();
    }

    private ShardSettings shards() {
        return new ShardSettings(
                text(Setting.SHARD), text(Setting.SHARDS), environment.get(ShardSettings.INDEX));
    }

    private Manners manners(String runId) {
        return new Manners(
                text(Setting.USER_AGENT).orElseGet(() -> "%s (run %s)".formatted(BuildVersion.product(), runId)),
                text(Setting.RATE_LIMIT)
                        .map(Double::valueOf)
                        .map(requests -> RateLimit.perSecond(requests, System::nanoTime))
                        .orElse(RateLimit.NONE));
    }

    boolean requireObtainable() {
        return isOn(Setting.REQUIRE_OBTAINABLE);
    }

    /** In bytes. */
    long maxFileSize() {
        return whole(Setting.MAX_FILE_SIZE) * UserFile.DEFAULT_LIMIT;
    }

    /** What is wrong with the settings; to be told before anything runs. */
    List<String> problems() {
        Stream<String> malformed =
                Arrays.stream(Setting.values()).flatMap(setting -> setting.problem(parameters, environment).stream());
        return Stream.of(UnknownSettings.problems(parameters), malformed, shards().problem().stream())
                .flatMap(problems -> problems)
                .toList();
    }

    private Optional<String> text(Setting setting) {
        return setting.in(parameters, environment);
    }

    private boolean isOn(Setting setting) {
        return Boolean.parseBoolean(text(setting).orElseThrow());
    }

    private int whole(Setting setting) {
        return Integer.parseInt(text(setting).orElseThrow());
    }

    private Duration seconds(Setting setting) {
        return Duration.ofSeconds(whole(setting));
    }
}
