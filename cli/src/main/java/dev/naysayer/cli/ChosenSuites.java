package dev.naysayer.cli;

import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.engine.junit.Setting;
import dev.naysayer.engine.junit.SuitePreview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which suites, and how: as a build says it by classes and settings. */
final class ChosenSuites {

    private static final String PREFIX = "naysayer.";

    @Parameters(
            paramLabel = "SUITE",
            arity = "0..*",
            description = "Suites, *.auth.yaml, or folders that are searched for them. Default: the folder you are in.")
    private List<Path> paths = List.of(Path.of(""));

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "The base URL; goes before the 'target' of the suites.")
    private @Nullable String target;

    @Option(names = "--env", paramLabel = "NAME", description = "Which of the suites' environments is meant.")
    private @Nullable String environment;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any setting of docs/settings.md, without 'naysayer.': --set response-timeout=20")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** @throws Unusable where there is no suite */
    LauncherDiscoveryRequestBuilder request(Map<String, String> further) {
        Map<String, String> parameters = new LinkedHashMap<>();
        settings.forEach((name, value) -> parameters.put(name.startsWith(PREFIX) ? name : PREFIX + name, value));
        put(parameters, Setting.TARGET, target);
        put(parameters, Setting.ENVIRONMENT, environment);
        further.forEach(parameters::putIfAbsent);
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(paths.stream().map(ChosenSuites::selector).toList())
                .configurationParameters(parameters);
    }

    private static void put(Map<String, String> parameters, Setting setting, @Nullable String value) {
        if (value != null) {
            parameters.put(setting.parameter(), value);
        }
    }

    /** As options and arguments of another command. */
    String said() {
        Stream<String> options = Stream.of(said("--target=", target), said("--env=", environment));
        return Stream.concat(
                        paths.stream().map(it -> it.toString().isEmpty() ? "." : it.toString()),
                        options.filter(it -> !it.isEmpty()))
                .collect(Collectors.joining(" "));
    }

    private static String said(String option, @Nullable String value) {
        return value == null ? "" : option + value;
    }

    /** Each suite, with all that is wrong with it. */
    List<SuitePreview> previews() {
        return SuitePreview.all(request(Map.of()).build());
    }

    private static DiscoverySelector selector(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.isRegularFile(absolute) && isSuite(absolute)) {
            return DiscoverySelectors.selectFile(absolute.toFile());
        }
        if (!Files.isDirectory(absolute)) {
            throw new Unusable(
                    Files.exists(absolute)
                            ? "%s is no suite: the name of a suite ends with %s".formatted(path, SuiteReader.SUFFIX)
                            : "%s is not there: name a suite or a folder with suites".formatted(path));
        }
        try (Stream<Path> files = Files.walk(absolute)) {
            if (files.noneMatch(ChosenSuites::isSuite)) {
                throw new Unusable("no suite lies in %s or below: the name of a suite ends with %s"
                        .formatted(absolute, SuiteReader.SUFFIX));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Unusable("%s cannot be searched for suites: name the suites themselves".formatted(path));
        }
        return DiscoverySelectors.selectDirectory(absolute.toFile());
    }

    private static boolean isSuite(Path file) {
        return file.toString().endsWith(SuiteReader.SUFFIX);
    }
}
