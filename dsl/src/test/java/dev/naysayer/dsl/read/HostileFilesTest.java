package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Legible;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, reading it ends soon, in a suite or in a few problems with place and next step. */
class HostileFilesTest {

    /** In the long form as large as a file may be. */
    private static final boolean LONG = Boolean.getBoolean("tests.long");

    private static final int SIZE = LONG ? (1 << 20) - 2_000 : 1 << 14;
    private static final HostileFiles HOSTILE = new HostileFiles(SIZE);
    private static final Duration SOON = Duration.ofSeconds(LONG ? 20 : 5);
    private static final int MOST_OUTPUT = 50_000;

    /** How a file comes to be read, with a suite that names it. */
    enum Role {
        SUITE,
        PART,
        PROFILE,
        WAIVERS,
        SCHEMA,
        BODY,
        BODY_FILE,
        KEY;

        /** The suite that names the file; of a suite it is the file itself. */
        private String suite(String name) {
            return switch (this) {
                case SUITE -> name;
                case PART -> SuiteFiles.ORDERS + "use: %s\n".formatted(name);
                case PROFILE -> SuiteFiles.ORDERS + "profiles: [%s]\n".formatted(name);
                case WAIVERS -> SuiteFiles.ORDERS + "waivers: %s\n".formatted(name);
                case SCHEMA -> SuiteFiles.ORDERS + "refusals: {body: {schema: %s}}\n".formatted(name);
                case BODY -> SuiteFiles.ORDERS.replace("{item: book, quantity: 1}", "\"${file:%s}\"".formatted(name));
                case BODY_FILE ->
                    SuiteFiles.ORDERS.replace(
                            "body: {item: book, quantity: 1}", "media-type: text/csv, body-file: %s".formatted(name));
                case KEY -> SuiteFiles.ORDERS.replace("${KEY}", "${file:%s}".formatted(name));
            };
        }

        /** The name under which the file has to lie in the folder. */
        String name(String name) {
            return switch (this) {
                case SUITE -> name + SuiteReader.SUFFIX;
                case PART -> name + PartsReader.SUFFIX;
                case PROFILE -> name + ProfileReader.SUFFIX;
                case WAIVERS -> name + "." + WaiversParser.SUFFIX;
                default -> name;
            };
        }

        Reading read(Path folder, String name) throws IOException {
            Path file = folder.resolve(this == SUITE ? name : "orders.auth.yaml");
            if (this != SUITE) {
                Files.writeString(file, suite(name));
            }
            return SuiteFiles.READER.read(file, folder, SuiteFiles.VARIABLES);
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_text_that_nobody_should_write_ends_in_few_problems(Role role) throws IOException {
        for (HostileFiles.HostileFile file : HOSTILE.texts()) {
            String name = role.name("hostile");
            file.writeTo(folder.resolve(name));
            Reading reading = soon(role + ": " + file, () -> role.read(folder, name));
            // Any text may be a key as far as a suite is concerned, and any bytes a body; some of these are JSON, and a
            // part need not say anything.
            boolean empty = role == Role.PART && file.toString().equals("a byte order mark in front");
            if (!Set.of(Role.BODY, Role.BODY_FILE, Role.KEY).contains(role) && !empty) {
                assertThat(reading).as("%s: %s", role, file).isInstanceOf(Reading.Unreadable.class);
            }
        }
    }

    static Stream<HostileFiles.HostileFile> suites() {
        return HOSTILE.suites().stream();
    }

    @ParameterizedTest
    @MethodSource("suites")
    void a_suite_of_which_one_thing_is_too_much_has_few_problems(HostileFiles.HostileFile file) throws IOException {
        file.writeTo(folder.resolve("orders.auth.yaml"));

        assertThat(soon(file.toString(), () -> Role.SUITE.read(folder, "orders.auth.yaml")))
                .isInstanceOf(Reading.Unreadable.class);
    }

    static Stream<HostileFiles.HostileFile> heavy_suites() {
        return HOSTILE.heavySuites().stream();
    }

    @ParameterizedTest
    @MethodSource("heavy_suites")
    void a_suite_that_is_only_large_is_read_soon(HostileFiles.HostileFile file) throws IOException {
        file.writeTo(folder.resolve("orders.auth.yaml"));

        soon(file.toString(), () -> Role.SUITE.read(folder, "orders.auth.yaml"));
    }

    @ParameterizedTest
    @MethodSource("heavy_suites")
    void a_part_that_is_only_large_is_joined_soon(HostileFiles.HostileFile file) throws IOException {
        file.writeTo(folder.resolve("large.part.yaml"));

        soon(file.toString(), () -> Role.PART.read(folder, "large.part.yaml"));
    }

    static Stream<HostileFiles.HostileFile> schemas() {
        return HOSTILE.schemas().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_schema_that_cannot_be_used_is_a_problem_of_the_suite(HostileFiles.HostileFile file) throws IOException {
        file.writeTo(folder.resolve("hostile.json"));

        assertThat(soon(file.toString(), () -> Role.SCHEMA.read(folder, "hostile.json")))
                .isInstanceOf(Reading.Unreadable.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_place_where_no_text_is_to_be_had_is_a_problem(Role role) throws IOException, InterruptedException {
        for (Map.Entry<String, String> place : HostileFiles.places(folder).entrySet()) {
            String name = role.name("hostile");
            Files.deleteIfExists(folder.resolve(name));
            Files.createSymbolicLink(folder.resolve(name), Path.of(place.getValue()));

            Reading reading = soon(role + ": " + place.getKey(), () -> role.read(folder, name));

            assertThat(reading).as("%s: %s", role, place.getKey()).isInstanceOf(Reading.Unreadable.class);
        }
        // The extension that removes the folder would warn of each link that leads out of it.
        try (Stream<Path> files = Files.list(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void there_are_more_of_them_than_were_found_at_first() {
        int combined = HOSTILE.texts().size() * Role.values().length
                + HOSTILE.suites().size()
                + HOSTILE.schemas().size();

        assertThat(combined).isGreaterThan(213);
    }

    private interface Read {
        Reading read() throws IOException;
    }

    private static Reading soon(String what, Read read) throws IOException {
        long begin = System.nanoTime();
        Reading reading = read.read();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(took).as(what).isLessThan(SOON);
        if (reading instanceof Reading.Unreadable unreadable) {
            check(what, unreadable.problems());
        }
        return reading;
    }

    private static void check(String what, List<Problem> problems) {
        assertThat(problems).as(what).isNotEmpty().hasSizeLessThanOrEqualTo(Problem.MOST + 1);
        assertThat(problems).as(what).allSatisfy(problem -> {
            assertThat(problem.at().line()).isPositive();
            assertThat(problem.at().column()).isPositive();
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.nextStep()).isNotBlank();
            assertThat(problem.sourceLine()).hasSizeLessThanOrEqualTo(SourceText.LONGEST_QUOTE);
            assertThat(problem.caret()).isBetween(0, SourceText.LONGEST_QUOTE);
            assertThat((problem.message() + problem.sourceLine() + problem.nextStep()).codePoints())
                    .noneMatch(character -> Legible.isUnseen(character));
        });
        String told = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        assertThat(told.length()).as(what).isLessThan(MOST_OUTPUT);
    }
}
