package dev.naysayer.engine.junit;

import dev.naysayer.dsl.UserFile;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.run.RunSettings;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

    /** How large a suite, and each file that it refers to, may be, in MiB. */
    static final String MAX_FILE_SIZE = UserFile.LIMIT_SETTING;

    private static final Pattern WHOLE_MEBIBYTES = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern WHOLE_SECONDS = Pattern.compile("[1-9]\\d{0,4}");

    @Nullable
    String target() {
        return parameters.get(TARGET).orElse(null);
    }

    RunSettings run() {
        TransportSettings defaults = TransportSettings.DEFAULTS;
        return new RunSettings(
                new TransportSettings(
                        seconds(CONNECT_TIMEOUT, defaults.connectTimeout()),
                        seconds(RESPONSE_TIMEOUT, defaults.responseTimeout()),
                        defaults.maxBodyBytes()),
                target(),
                seconds(LONGEST_WAIT, Duration.ofMinutes(2)),
                seconds(COMMAND_TIMEOUT, Duration.ofSeconds(30)),
                parameters.getBoolean(STRICT).orElse(false));
    }

    boolean requireObtainable() {
        return parameters.getBoolean(REQUIRE_OBTAINABLE).orElse(false);
    }

    Duration startTimeout() {
        return seconds(START_TIMEOUT, Duration.ofMinutes(2));
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
        Stream<String> seconds = Stream.of(
                        CONNECT_TIMEOUT, RESPONSE_TIMEOUT, START_TIMEOUT, LONGEST_WAIT, COMMAND_TIMEOUT)
                .filter(name -> isSet(name, text -> !WHOLE_SECONDS.matcher(text).matches()))
                .map("%s has to be whole seconds, from 1 to 99999"::formatted);
        Stream<String> choices = Stream.of(REQUIRE_OBTAINABLE, STRICT)
                .filter(name -> isSet(name, text -> !text.equals("true") && !text.equals("false")))
                .map("%s has to be true or false: correct it or leave it out"::formatted);
        Stream<String> sizes = Stream.of(MAX_FILE_SIZE)
                .filter(name ->
                        isSet(name, text -> !WHOLE_MEBIBYTES.matcher(text).matches()))
                .map("%s has to be whole MiB, from 1 to 999"::formatted);
        return Stream.of(seconds, choices, sizes).flatMap(Function.identity()).toList();
    }

    private boolean isSet(String name, Predicate<String> wrong) {
        return parameters.get(name).filter(wrong).isPresent();
    }

    private Duration seconds(String name, Duration byDefault) {
        return parameters.get(name, Long::valueOf).map(Duration::ofSeconds).orElse(byDefault);
    }
}
