package dev.naysayer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.naysayer.engine.junit.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documents show without a language is a command or what one says. A command is one that there is, with options that it has, and
 * what is said is held by a test or a file of this repository, which {@link #SAID} names.
 */
class CommandSnippetsTest {

    private static final Pattern FENCED = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern HELP = Pattern.compile("(?s)<!-- help of .*?<!-- until here -->");
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");
    private static final Pattern PROPERTY = Pattern.compile("-D(naysayer\\.[A-Za-z.-]+)=?");
    private static final Pattern MODULES = Pattern.compile("-pl ([a-z,-]+)");

    /** What is no program of ours, and is neither run nor looked at. */
    private static final Set<String> OTHERS =
            Set.of("openssl", "cp", "export", "git", "npm", "sha256sum", "(cd", "cd", "curl", "gradle", "docker");

    /** Written from code or from a run, and held against it there. */
    private static final Set<String> GENERATED = Set.of("RULES.md", "CONDITIONS.md", "LIBERTIES.md", "FAULTS.md");

    /** Folders, and the house: no program says them. */
    private static final List<String> DRAWN = List.of("suites/\n", "reports/orders/", " orders.auth.yaml ─► Suite");

    private static final String MISTAKES = "cli/src/test/resources/dev/naysayer/cli/mistakes/";
    private static final String DOCTOR = "cli/src/test/resources/dev/naysayer/cli/doctor/client.txt";
    private static final String NEWCOMER = "example-suites/src/it/newcomer/verify.groovy";
    private static final String ENGINE = "engine/src/test/java/dev/naysayer/engine/";

    /** By its words: what else is shown, and where the same words are held. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("Orders API › GET /orders › expired-token broke", NEWCOMER),
            Map.entry(" cases: ", NEWCOMER),
            Map.entry(
                    "no-token is inconclusive: the control failed: ",
                    "cli/src/test/java/dev/naysayer/cli/RunCommandTest.java"),
            Map.entry("the good credential did not get through: 401", MISTAKES + "stale-token/message.txt"),
            Map.entry("credential bearer: it got through at GET /orders", DOCTOR),
            Map.entry("names no revocation endpoint, add 'revocation-endpoint'", DOCTOR),
            Map.entry("[captured, given by the suite]", "cli/src/test/resources/dev/naysayer/cli/explained.txt"),
            Map.entry(
                    "Gate fail-on new: BROKEN, 1 fail, ",
                    "reports/src/test/java/dev/naysayer/reports/collect/GatedRunTest.java"),
            Map.entry("BROKEN by Orders API (", "reports/src/test/java/dev/naysayer/reports/change/ChangesTest.java"),
            Map.entry(" gate broke ", ENGINE + "junit/GateRunTest.java"),
            Map.entry("not sent: the host does not answer", ENGINE + "junit/CourteousRunTest.java"),
            Map.entry("requests at once", ENGINE + "run/ProgressTest.java"),
            Map.entry("1 unmatched", ENGINE + "junit/WaivedRunTest.java"),
            Map.entry("end soon: ", ENGINE + "outcome/WaiverTextTest.java"),
            Map.entry(
                    "an operation is a method and a path",
                    "dsl/src/test/resources/dev/naysayer/dsl/read/problems/names.auth.yaml.txt"),
            Map.entry("orders.auth.yaml: 84 cases", "cli/src/test/java/dev/naysayer/cli/StartPageTest.java"),
            Map.entry("owner: \"team-orders\"", "cli/src/test/java/dev/naysayer/cli/RecordCommandTest.java"),
            Map.entry("to mend   ", "cli/src/test/java/dev/naysayer/cli/CommandsTest.java"));

    /** @param said all between the fences */
    record Block(String page, String said) {

        @Override
        public String toString() {
            return page + ": " + said.lines().findFirst().orElse("");
        }
    }

    static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path folder : List.of(Path.of(".."), Path.of("../docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path page : files.filter(it -> it.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    String name = String.valueOf(page.getFileName());
                    String text = HELP.matcher(Files.readString(page)).replaceAll("");
                    FENCED.matcher(text)
                            .results()
                            .filter(it -> it.group(2).isEmpty() && !GENERATED.contains(name))
                            .map(it -> new Block(
                                    name, it.group(3).indent(-it.group(1).length())))
                            .forEach(blocks::add);
                }
            }
        }
        return blocks;
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void it_is_a_command_that_there_is_or_is_held_elsewhere(Block block) throws IOException {
        List<String> lines = block.said()
                .replace("\\\n", " ")
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        if (lines.stream().noneMatch(CommandSnippetsTest::isCommand)) {
            isHeld(block);
            return;
        }
        for (String line : lines) {
            assertThat(isCommand(line)).as("no command: " + line).isTrue();
            for (String command : line.split(" && | \\| |;", -1)) {
                isThere(command.strip().replaceFirst("^\\(", ""));
            }
        }
    }

    private static boolean isCommand(String line) {
        String first = line.split(" ", 2)[0];
        return first.equals("mvn") || first.equals("java") || first.equals("naysayer") || OTHERS.contains(first);
    }

    private static void isThere(String command) throws IOException {
        if (command.startsWith("mvn ")) {
            isMaven(command);
        } else if (command.startsWith("java ")) {
            assertThat(command).matches("java (-D\\S+ )?-jar \\S*naysayer\\.jar .*");
            isOurs(command.replaceFirst(".*?naysayer\\.jar ", ""));
        }
    }

    private static void isOurs(String arguments) {
        String[] words = WORD.matcher(arguments)
                .results()
                .map(it -> it.group().replaceAll("[\"']", ""))
                .toArray(String[]::new);
        assertThatNoException()
                .as(arguments)
                .isThrownBy(() -> Main.program(System.out, System.err).parseArgs(words));
        assertThat(words[0])
                .isIn(Main.program(System.out, System.err).getSubcommands().keySet());
    }

    private static void isMaven(String command) throws IOException {
        Set<String> settings =
                Arrays.stream(Setting.values()).map(Setting::parameter).collect(Collectors.toSet());
        assertThat(PROPERTY.matcher(command)
                        .results()
                        .map(it -> it.group(1))
                        .filter(it -> !it.startsWith("naysayer.target.")))
                .isSubsetOf(settings);
        MODULES.matcher(command)
                .results()
                .flatMap(it -> Stream.of(it.group(1).split(",", -1)))
                .forEach(module -> assertThat(Path.of("..", module, "pom.xml")).exists());
        Pattern.compile(" -P([a-z,]+)")
                .matcher(command)
                .results()
                .flatMap(it -> Stream.of(it.group(1).split(",", -1)))
                .forEach(profile -> assertThat(pom()).contains("<id>" + profile + "</id>"));
        for (MatchResult test : Pattern.compile(" -Dtest='?([A-Z]\\w+Test)\\b")
                .matcher(command)
                .results()
                .toList()) {
            assertThat(test.group(1))
                    .satisfiesAnyOf(
                            name -> assertThat(name).isEqualTo("OrdersAuthContractTest"),
                            name -> assertThat(isTest(name)).isTrue());
        }
        if (command.contains("-Dexec.mainClass=")) {
            assertThat(command)
                    .contains("-Dexec.mainClass=dev.naysayer.reports.command.Naysayer", "-Dexec.classpathScope=test");
            String arguments = command.replaceFirst(".*-Dexec\\.args=\"([^\"]*)\".*", "$1");
            Called called = Called.with(Stream.concat(Stream.of("report"), Stream.of(arguments.split(" ", -1)))
                    .toArray(String[]::new));
            // Where its folders are not there it goes no further; what it does not know it says before.
            assertThat(called.err()).as(arguments).matches("(?s)there is no .*|(?!.*usage:).*");
        }
    }

    private static String pom() {
        try {
            return Files.readString(Path.of("../pom.xml")) + Files.readString(Path.of("../example-suites/pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTest(String name) throws IOException {
        for (String module : List.of("dsl", "engine", "reports", "example-suites", "cli")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                if (files.anyMatch(it -> it.endsWith(name + ".java"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void isHeld(Block block) throws IOException {
        if (DRAWN.stream().anyMatch(block.said()::startsWith)) {
            return;
        }
        List<Map.Entry<String, String>> held = SAID.entrySet().stream()
                .filter(it -> block.said().contains(it.getKey()))
                .toList();
        assertThat(held).as("nobody holds what " + block + " shows").isNotEmpty();
        for (Map.Entry<String, String> words : held) {
            assertThat(Path.of("..", words.getValue())).content().contains(words.getKey());
        }
    }
}
