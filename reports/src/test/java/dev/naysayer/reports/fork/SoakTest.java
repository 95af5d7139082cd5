package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A long run behind an unsteady network: each case becomes what its fault makes it, no fault becomes a violation, the same suite
 * has the same outcomes the second time, and nothing is left of it but a report.
 */
class SoakTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern SOAKED =
            Pattern.compile("soaked heap=(\\d+) threads=(\\d+) files=(\\d+) seconds=([\\d.]+)");

    /** How the credential of each scenario looks to the API. */
    private static final Map<String, String> SHAPES = Map.of(
            "control", "Bearer good",
            "control-after", "Bearer good",
            "no-token", "",
            "token-in-cookie", "",
            "token-in-x-auth-token", "",
            "unknown-token", "Bearer other",
            "bare-token", "good",
            "scheme-run-on", "Bearergood",
            "scheme-only", "Bearer",
            "any-accept-no-token", "");

    /** A kept connection that ended is replaced by the transport itself, so a reset may need no further try. */
    private static final Set<SoakFault> TRIED_AGAIN = EnumSet.complementOf(EnumSet.of(SoakFault.NONE, SoakFault.RESET));

    private static final int CASES_OF_AN_OPERATION = SHAPES.size();

    @TempDir
    private Path folder;

    @Test
    void five_hundred_cases_behind_an_unsteady_network() throws Exception {
        soak(50, "48m", 120);
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.long", matches = "true")
    void fifty_thousand_cases_behind_an_unsteady_network() throws Exception {
        soak(5_000, "512m", 7_200);
    }

    private void soak(int operations, String heap, long seconds) throws Exception {
        Path suite = suite(operations);
        Path atOnce = folder.resolve("at-once");
        Path oneByOne = folder.resolve("one-by-one");
        List<Held> held;
        int faults;
        try (SoakApi api = SoakApi.start()) {
            held = held(run(api, heap, seconds, suite, "16", atOnce.toString(), "1", oneByOne.toString()));
            faults = api.faults();
        }

        Map<String, Ended> first = ended(oneByOne);
        assertThat(first).hasSize(operations * CASES_OF_AN_OPERATION);
        first.forEach(SoakTest::assertThatItIsWhatItsFaultMakesIt);
        assertThat(faults).isGreaterThan(operations / 20);
        assertThat(ended(atOnce)).isEqualTo(first);
        assertThat(held).hasSize(2);
        // The second run may leave what the first has left, and nothing beside it.
        assertThat(held.get(1).threads()).isLessThanOrEqualTo(held.get(0).threads() + 1);
        assertThat(held.get(1).files()).isLessThanOrEqualTo(held.get(0).files() + 2);
        assertThat(held.get(1).heap()).isLessThanOrEqualTo(held.get(0).heap() + 4_096);
        System.out.printf("%d cases, %d faults: %s%n", first.size(), faults, held);
    }

    /**
     * What a process holds after a run.
     *
     * @param heap in KiB, of what is in use
     * @param files descriptors, sockets among them
     */
    private record Held(long heap, int threads, int files, double seconds) {

        static Held of(MatchResult line) {
            return new Held(
                    Long.parseLong(line.group(1)),
                    Integer.parseInt(line.group(2)),
                    Integer.parseInt(line.group(3)),
                    Double.parseDouble(line.group(4)));
        }
    }

    /** What became of a case, without what differs from run to run. */
    private record Ended(String kind, String reason, List<String> earlier) {}

    private static void assertThatItIsWhatItsFaultMakesIt(String name, Ended ended) {
        String path = name.split(" ", 3)[1];
        String scenario = name.split(" › ", 2)[1];
        SoakFault.Befalling own = SoakFault.of(path, Objects.requireNonNull(SHAPES.get(scenario)));
        SoakFault.Befalling control = SoakFault.of(path, Objects.requireNonNull(SHAPES.get("control")));
        if (stays(control)) {
            assertThat(ended.kind()).as(name).isEqualTo("INCONCLUSIVE");
            assertThat(ended.reason()).as(name).contains(control.fault().words);
        } else if (stays(own)) {
            assertThat(ended.kind()).as(name).isEqualTo("INCONCLUSIVE");
            assertThat(ended.reason()).as(name).contains(own.fault().words);
        } else {
            assertThat(ended.kind()).as(name).isEqualTo("CONFORMING");
        }
        boolean sent = scenario.equals("control") || !stays(control);
        boolean triedAgain = TRIED_AGAIN.contains(own.fault()) && sent && !scenario.equals("control-after");
        if (triedAgain) {
            assertThat(ended.earlier()).as(name).singleElement().asString().contains(own.fault().words);
        } else {
            assertThat(ended.earlier()).as(name).isEmpty();
        }
    }

    private static boolean stays(SoakFault.Befalling befalling) {
        return befalling.fault() != SoakFault.NONE && !befalling.passes();
    }

    private String run(SoakApi api, String heap, long seconds, Path suite, String... runs) throws Exception {
        Path console = folder.resolve("console.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-DTOKEN=" + SoakApi.TOKEN,
                "-Dnaysayer.target=" + api.url(),
                "-Dnaysayer.response-timeout=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SoakedRuns.class.getName(),
                suite.toString(),
                api.url()));
        command.addAll(List.of(runs));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        try {
            assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(console)).doesNotContain("OutOfMemoryError");
            assertThat(process.exitValue()).as(Files.readString(console)).isZero();
            return Files.readString(console);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Held> held(String console) {
        return SOAKED.matcher(console).results().map(Held::of).toList();
    }

    private static Map<String, Ended> ended(Path reports) throws IOException {
        JsonNode report = JSON.readTree(reports.resolve("report.json").toFile());
        assertThat(report.at("/run/finished").isNull()).isFalse();
        return report.at("/cases").values().stream()
                .collect(Collectors.toMap(
                        it -> it.at("/operation").asString() + " › "
                                + it.at("/scenario").asString(),
                        it -> new Ended(
                                it.at("/kind").asString(),
                                it.at("/reason").asString(""),
                                it.at("/earlier").values().stream()
                                        .map(JsonNode::asString)
                                        .filter(words -> !words.contains(SoakFault.RESET.words))
                                        .map(words -> words.replace(", beside other requests", ""))
                                        .toList()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private Path suite(int operations) throws IOException {
        return Files.writeString(folder.resolve("soak.auth.yaml"), """
                suite: Soak API
                target: http://127.0.0.1:1

                credentials:
                  bearer:
                    token: {good: "${TOKEN}"}

                operations:
                %s

                scenarios: [%s]
                """.formatted(
                        IntStream.range(0, operations)
                                .mapToObj("  - GET /badge/%d"::formatted)
                                .collect(Collectors.joining("\n")),
                        SHAPES.keySet().stream()
                                .filter(it -> !it.startsWith("control"))
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }
}
