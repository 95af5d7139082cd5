package dev.naysayer.dsl.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.dsl.read.FormatTest;
import dev.naysayer.dsl.read.ProblemsTest;
import dev.naysayer.dsl.read.SuiteFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reader refuses for its structure the schema refuses too, and nothing that the reader takes. */
class FormatSchemaTest {

    /**
     * What no schema can see, by the words of the problem: what leads to another place of the suite, to another file or to a variable;
     * what stands twice; what only a parser of its own can tell, of URLs, patterns, media types and the like; and secrets.
     */
    private static final List<Pattern> UNSEEN = Stream.of(
                    // another place
                    "nothing requires .*",
                    "the suite has no .*",
                    "the suite has several credentials.*",
                    "unknown (credential|subject|operation|scenario of this suite|token source of).*",
                    "unknown credential in a scenario's name.*",
                    ".* does not take .*",
                    "no condition of .* is left",
                    ".* is enough by another alternative",
                    ".* travels where .* does.*",
                    ".* stands beside a credential that is needed",
                    "in the (header|query parameter) .* a credential travels",
                    "nothing says which subjects may do this.*",
                    "nobody needs a credential here.*",
                    "'.*' (has no control, so|would have to be asked before itself).*",
                    "(no owner|'.*') has (no|a) credential that this operation asks for.*",
                    "no (subject|operation) (owns|has) .*",
                    ".* that does not exist is that of .*",
                    ".* have the same value of .*",
                    "nothing in this path belongs to a subject.*",
                    "'path' gives a value that is nobody's.*",
                    "'absent' names what is there",
                    "existence is hidden, and nothing says .*",
                    "the control takes away .*",
                    "'\\{.*}' has no value.*",
                    "the path has a parameter .* already",
                    "'none' leaves out what the suite says.*",
                    "'.*' is left out here, and beside it stands what is right",
                    "'.*' says already what is sent",
                    "there is no body that this is the type of",
                    "nobody knows of what type the file is",
                    "only JSON and forms are written as YAML.*",
                    "a form has texts only",
                    "a bad credential gets through here, and nobody says why",
                    "the credential has to get through.*",
                    "whoever is denied would be let in",
                    "the rule '.*' compares several answers.*",
                    "nobody can be called '.*', which means something else in a suite",
                    "'.*' is the name of a scheme, and this credential has another",
                    "'.*' has no good token of .*",
                    "'(token|mint|login)' names no token source of .*",
                    "an environment cannot be called so",
                    // another file
                    "the file .*",
                    "the schema .*",
                    "'.*' uses itself.*",
                    "the profiles '.*' contradict each other",
                    "there is a profile '.*' already",
                    "unknown profile '.*\\..*'",
                    // a variable, a command
                    "the variable .*",
                    "the command .*",
                    ".*reference.*",
                    "the braces of a command do not balance",
                    "a command cannot contain .*",
                    "what .* refers to .*",
                    // twice
                    "duplicate key .*",
                    ".* stands? here twice.*",
                    "the same is waived twice",
                    // a form of its own
                    "this is not YAML.*",
                    "'.*' (has to begin with http|must not carry|must have neither).*",
                    "(a host is a name|what is accepted is no list|this is not a media type|this is no regular expression).*",
                    "(this|the path) (holds|leads to) .*",
                    "a header holds no line break.*",
                    "a dot segment leads to another path",
                    "unknown method .*",
                    "no operation is asked for with .*",
                    "this is no origin as a browser sends it",
                    "'null' is what browsers send .*",
                    "a browser leaves out the port .*",
                    "there are more than \\d+ origins.*",
                    "the header '.*' is not set here",
                    "'.*' has to be a day that there is",
                    "'.*' cannot be used",
                    "'.*' is no method",
                    "'.*' is no header's name",
                    "'.*' has a key, which nobody finds by trying.*",
                    // secrets
                    "this looks like a key or token",
                    ".* stands here in the open",
                    ".*its default stands here in the open")
            .map(Pattern::compile)
            .toList();

    /** A problem as its file tells it, with the line that it quotes. */
    private static final Pattern TOLD = Pattern.compile("(?m)^([^ :]+):\\d+:\\d+: (.*)(?:\\R  \\| (.*))?");

    private static final FormatSchema SCHEMA = new FormatSchema(SuiteFiles.VOCABULARY, name -> "");

    private static final SchemaOfFiles SUITES = SchemaOfFiles.of(SCHEMA, FormatSchema.Kind.SUITE);

    static Stream<Path> bad_suites() throws IOException, URISyntaxException {
        return ProblemsTest.bad_suites();
    }

    @ParameterizedTest
    @MethodSource("bad_suites")
    void a_suite_with_a_problem_of_structure_is_refused(Path suite) throws IOException {
        String name = String.valueOf(suite.getFileName());
        String text = Files.readString(suite);
        List<String> ofStructure = TOLD.matcher(Files.readString(suite.resolveSibling(name + ".txt")))
                .results()
                .filter(problem -> problem.group(1).equals(name))
                .filter(problem -> !isLeftToTheReader(problem.group(2), String.valueOf(problem.group(3)), text))
                .map(MatchResult::group)
                .toList();

        if (!ofStructure.isEmpty()) {
            assertThat(SUITES.faults(text)).as(String.join("\n", ofStructure)).isNotEmpty();
        }
    }

    private static boolean isLeftToTheReader(String message, String line, String suite) {
        // A part may say it.
        boolean inPart = message.startsWith("the key ") && suite.contains("\nuse:");
        // A subject may be called so, of this suite or of another.
        boolean inWaiver = message.startsWith("unknown scenario ") && line.contains("owner:");
        return inPart
                || inWaiver
                || UNSEEN.stream().anyMatch(it -> it.matcher(message).matches());
    }

    @Test
    void each_class_of_problems_that_is_left_to_the_reader_is_met() throws IOException, URISyntaxException {
        Set<String> told = new HashSet<>();
        for (Path suite : bad_suites().toList()) {
            TOLD.matcher(Files.readString(suite.resolveSibling(suite.getFileName() + ".txt")))
                    .results()
                    .forEach(problem -> told.add(problem.group(2)));
        }

        assertThat(UNSEEN)
                .filteredOn(pattern ->
                        told.stream().noneMatch(it -> pattern.matcher(it).matches()))
                .isEmpty();
    }

    static Stream<Arguments> keys() {
        return FormatTest.keys();
    }

    static Stream<Arguments> keys_of_a_kind() {
        return FormatTest.keys_of_a_kind();
    }

    @ParameterizedTest
    @MethodSource("keys_of_a_kind")
    void what_is_of_another_kind_is_refused(Form form, Key key) {
        assertThat(FormatTest.wrong(key))
                .allSatisfy(value -> assertThat(SUITES.faults(FormatTest.suite(form, key.name(), value)))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void the_example_is_taken_and_an_unknown_key_beside_it_is_not(Form form, Key key) {
        if (FormatTest.isOfItself(form, key)) {
            assertThat(SUITES.faults(FormatTest.suite(form, key.name(), key.example())))
                    .isEmpty();
        }
        assertThat(SUITES.faults(FormatTest.suite(form, "naem", "a"))).isNotEmpty();
    }

    /** Where none of these tables knows what belongs behind a key, the schema would take anything. */
    @Test
    void each_mapping_of_the_format_has_its_keys_in_a_schema() {
        List<JsonNode> mappings = Stream.of(FormatSchema.Kind.values())
                .map(kind -> JsonMapper.shared().readTree(SCHEMA.of(kind)))
                .flatMap(schema -> schema.findValues("properties").stream())
                .toList();

        assertThat(Format.FORMS)
                .filteredOn(form ->
                        mappings.stream().noneMatch(it -> it.propertyNames().containsAll(form.names())))
                .extracting(Form::name)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("other_files")
    void the_other_files_have_schemas_of_their_own(FormatSchema.Kind kind, String right, String wrong) {
        SchemaOfFiles files = SchemaOfFiles.of(SCHEMA, kind);

        assertThat(files.faults(right)).isEmpty();
        assertThat(files.faults(wrong)).isNotEmpty();
    }

    static Stream<Arguments> other_files() {
        String waiver = "{suites: Orders API, rule: nosniff, owner: me, reason: x, until: 2026-12-31}";
        return Stream.of(
                Arguments.of(FormatSchema.Kind.PART, "scenarios: [no-token]\ntags:\n", "suite: Orders API\n"),
                Arguments.of(
                        FormatSchema.Kind.PART,
                        "waivers: [platform.waivers.yaml]\n",
                        "waivers: [{rule: nosniff, owner: me, reason: x, until: 2026-12-31}]\n"),
                Arguments.of(
                        FormatSchema.Kind.PROFILE,
                        "profile: house\nsummary: What we do.\nexpectations: [no-token: {status: 404}]\n",
                        "profile: house\nsummary: What we do.\nexpectations: [no-token]\n"),
                Arguments.of(FormatSchema.Kind.WAIVERS, "waivers: [%s]\n".formatted(waiver), waiver),
                Arguments.of(FormatSchema.Kind.WAIVERS, "waivers:\n", "waivers: [{rule: nosniff}]\n"));
    }
}
