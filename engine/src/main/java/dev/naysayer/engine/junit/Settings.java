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
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/** What a run may be told from outside, by JUnit configuration parameters or system properties. */
record Settings(ConfigurationParameters parameters) {

    /** The base URL for every suite of the run; goes before a suite's {@code target:} and a started target's URL. */
    static final String TARGET = "naysayer.target";

    /** How long connecting may take, in seconds. */
    static final String CONNECT_TIMEOUT = "naysayer.connect-timeout";

    /** How long a whole answer may take, in seconds. */
    static final String RESPONSE_TIMEOUT = "naysayer.response-timeout";

    /** How long a target may take to start, in seconds. */
    static final String START_TIMEOUT = "naysayer.start-timeout";

    /** How long may be waited for a token to expire, in seconds. */
    static final String LONGEST_WAIT = "naysayer.longest-wait";

    /** How long a command that gives a value may take, in seconds. */
    static final String COMMAND_TIMEOUT = "naysayer.command-timeout";

    /** Whether a credential that no source can make fails its case. */
    static final String REQUIRE_OBTAINABLE = "naysayer.require-obtainable";

    /** Whether a broken SHOULD or security advice is a violation. */
    static final String STRICT = "naysayer.strict";

    /** What requests say of who sends them, in the place of {@code Naysayer/1.0.0 (run …)}. */
    static final String USER_AGENT = "naysayer.user-agent";

    /** What the run is called in requests and in the report. */
    static final String RUN_ID = "naysayer.run-id";

    /** How many requests a second a host gets at most. */
    static final String RATE_LIMIT = "naysayer.rate-limit";

    /** Read by the reports; named here, since a setting that nobody knows is a problem. */
    static final String REPORT_DIRECTORY = "naysayer.report-directory";

    /** How large a suite, and each file that it refers to, may be, in MiB. */
    static final String MAX_FILE_SIZE = UserFile.LIMIT_SETTING;

    /** How often a request is sent again that the network lost. */
    static final String RETRIES = "naysayer.retries";

    private static final List<String> SECONDS =
            List.of(CONNECT_TIMEOUT, RESPONSE_TIMEOUT, START_TIMEOUT, LONGEST_WAIT, COMMAND_TIMEOUT);

    private static final List<String> CHOICES = List.of(REQUIRE_OBTAINABLE, STRICT);

    /** All that there are. */
    static final Set<String> NAMES = Stream.of(
                    SECONDS,
                    CHOICES,
                    List.of(
                            TARGET,
                            MAX_FILE_SIZE,
                            USER_AGENT,
                            RUN_ID,
                            RATE_LIMIT,
                            REPORT_DIRECTORY,
                            RETRIES,
                            ShardSettings.SHARD,
                            ShardSettings.SHARDS))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern WHOLE_MEBIBYTES = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern WHOLE_SECONDS = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern FEW = Pattern.compile("[0-5]");
    private static final Pattern RATE = Pattern.compile("(?!0+(\\.0+)?$)\\d{1,4}(\\.\\d{1,2})?");
    private static final Pattern FIELD_VALUE = Pattern.compile("[!-~]([ -~]{0,198}[!-~])?");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Nullable
    String target() {
        return parameters.get(TARGET).orElse(null);
    }

    /** What the run is called: as somebody says, or a few random digits. */
    String runId() {
        return parameters.get(RUN_ID).orElseGet(() -> {
            byte[] digits = new byte[4];
            new SecureRandom().nextBytes(digits);
            return HexFormat.of().formatHex(digits);
        });
    }

    /** @param runId what the run is called in requests */
    RunSettings run(String runId) {
        TransportSettings defaults = TransportSettings.DEFAULTS;
        return new RunSettings(
                new TransportSettings(
                        seconds(CONNECT_TIMEOUT, defaults.connectTimeout()),
                        seconds(RESPONSE_TIMEOUT, defaults.responseTimeout()),
                        defaults.maxBodyBytes(),
                        manners(runId)),
                target(),
                seconds(LONGEST_WAIT, Duration.ofMinutes(2)),
                seconds(COMMAND_TIMEOUT, Duration.ofSeconds(30)),
                seconds(START_TIMEOUT, Duration.ofMinutes(2)),
                parameters.getBoolean(STRICT).orElse(false),
                parameters.get(RETRIES, Integer::valueOf).orElse(0),
                shard());
    }

    /** Which of the cases are run. */
    Shard shard() {
        return shards().get();
    }

    private ShardSettings shards() {
        return new ShardSettings(
                parameters.get(ShardSettings.SHARD),
                parameters.get(ShardSettings.SHARDS),
                System.getenv(ShardSettings.INDEX));
    }

    private Manners manners(String runId) {
        return new Manners(
                parameters.get(USER_AGENT).orElseGet(() -> "%s (run %s)".formatted(BuildVersion.product(), runId)),
                parameters
                        .get(RATE_LIMIT, Double::valueOf)
                        .map(requests -> RateLimit.perSecond(requests, System::nanoTime))
                        .orElse(RateLimit.NONE));
    }

    boolean requireObtainable() {
        return parameters.getBoolean(REQUIRE_OBTAINABLE).orElse(false);
    }

    /** In bytes. */
    long maxFileSize() {
        return parameters
                .get(MAX_FILE_SIZE)
                .filter(text -> WHOLE_MEBIBYTES.matcher(text).matches())
                .map(text -> Long.parseLong(text) * UserFile.DEFAULT_LIMIT)
                .orElse(UserFile.DEFAULT_LIMIT);
    }

    /** What is wrong with the settings; to be told before anything runs. */
    List<String> problems() {
        Stream<String> seconds = SECONDS.stream()
                .filter(name -> isSet(name, text -> !WHOLE_SECONDS.matcher(text).matches()))
                .map("%s has to be whole seconds, from 1 to 99999"::formatted);
        Stream<String> choices = CHOICES.stream()
                .filter(name -> isSet(name, text -> !text.equals("true") && !text.equals("false")))
                .map("%s has to be true or false: correct it or leave it out"::formatted);
        Stream<String> sizes = Stream.of(MAX_FILE_SIZE)
                .filter(name ->
                        isSet(name, text -> !WHOLE_MEBIBYTES.matcher(text).matches()))
                .map("%s has to be whole MiB, from 1 to 999"::formatted);
        return Stream.of(
                        UnknownSettings.problems(parameters),
                        seconds,
                        choices,
                        sizes,
                        ofManners(),
                        shards().problems().stream())
                .flatMap(problems -> problems)
                .toList();
    }

    private Stream<String> ofManners() {
        return Stream.of(
                        isSet(RATE_LIMIT, text -> !RATE.matcher(text).matches())
                                ? RATE_LIMIT + " has to be requests per second, from 0.01 to 9999, such as 10 or 0.5"
                                : "",
                        isSet(USER_AGENT, text -> !FIELD_VALUE.matcher(text).matches())
                                ? USER_AGENT
                                        + " has to be printable ASCII, at most 200 characters: it is sent as a header"
                                : "",
                        isSet(RUN_ID, text -> !ID.matcher(text).matches())
                                ? RUN_ID
                                        + " has to be letters, digits, '.', '_' and '-', at most 64: it is sent in a header"
                                : "")
                .filter(problem -> !problem.isEmpty());
    }

    private Stream<String> ofRetries() {
        return Stream.of(RETRIES)
                .filter(name -> isSet(name, text -> !FEW.matcher(text).matches()))
                .map("%s has to be how often a request is sent again that the network lost, from 0 to 5"::formatted);
    }

    private boolean isSet(String name, Predicate<String> wrong) {
        return parameters.get(name).filter(wrong).isPresent();
    }

    private Duration seconds(String name, Duration byDefault) {
        return parameters.get(name, Long::valueOf).map(Duration::ofSeconds).orElse(byDefault);
    }
}
