package dev.naysayer.engine.junit;

import dev.naysayer.engine.exchange.TransportSettings;
import java.time.Duration;
import java.util.List;
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

    private static final Pattern WHOLE_SECONDS = Pattern.compile("[1-9]\\d{0,4}");

    @Nullable
    String target() {
        return parameters.get(TARGET).orElse(null);
    }

    TransportSettings transport() {
        TransportSettings defaults = TransportSettings.DEFAULTS;
        return new TransportSettings(
                seconds(CONNECT_TIMEOUT, defaults.connectTimeout()),
                seconds(RESPONSE_TIMEOUT, defaults.responseTimeout()),
                defaults.maxBodyBytes());
    }

    Duration startTimeout() {
        return seconds(START_TIMEOUT, Duration.ofMinutes(2));
    }

    /** What is wrong with the settings; to be told before anything runs. */
    List<String> problems() {
        return Stream.of(CONNECT_TIMEOUT, RESPONSE_TIMEOUT, START_TIMEOUT)
                .filter(name -> parameters
                        .get(name)
                        .filter(text -> !WHOLE_SECONDS.matcher(text).matches())
                        .isPresent())
                .map("%s has to be whole seconds, from 1 to 99999"::formatted)
                .toList();
    }

    private Duration seconds(String name, Duration byDefault) {
        return parameters.get(name, Long::valueOf).map(Duration::ofSeconds).orElse(byDefault);
    }
}
