package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.Match;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.Waiver;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.UserFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What suites share, and in which order what is said in several files goes before. */
class PartsTest {

    private static final String ORDERS = """
            suite: Orders API
            use: common.part.yaml
            operations: [GET /orders]
            scenarios: [no-token]
            """;

    private static final String COMMON = """
            credentials:
              bearer:
                mint: {issuer: https://issuer.example, audience: https://all.example, key: "${KEY}"}
            """;

    @TempDir
    private Path folder;

    private SuiteFiles files;

    @BeforeEach
    void write_a_part() throws IOException {
        files = new SuiteFiles(folder);
        write("common.part.yaml", COMMON);
    }

    private static @Nullable String mediaType(Suite suite) {
        Declared<String> declared = suite.refusals().promise().mediaType();
        return declared == null ? null : declared.value();
    }

    @Test
    void a_suite_has_what_its_part_says() throws IOException {
        write("common.part.yaml", COMMON + """
            target: https://api.example
            hosts: login.example
            allow-plain-http: a network of its own
            leeway: 30
            tags: nightly
            refusals: {order: resource-first, body: {media-type: application/problem+json}}
            profiles: oauth21
            rules: {nosniff: {level: MUST, because: Our gateway sends it.}}
            probes: [again]
            scenarios: [expired-token]
            """);

        Suite suite = files.suite(ORDERS.replace("scenarios: [no-token]\n", ""));

        assertThat(suite.credentials().get(0).sources())
                .singleElement()
                .satisfies(mint -> assertThat(mint.text("audience")).isEqualTo("https://all.example"));
        assertThat(suite.target()).isEqualTo("https://api.example");
        assertThat(suite.destinations()).isEqualTo(new Destinations(List.of("login.example"), "a network of its own"));
        assertThat(suite.leeway()).isEqualTo(Duration.ofSeconds(30));
        assertThat(suite.tags()).containsExactly("nightly");
        assertThat(suite.refusals().resourceFirst()).isTrue();
        assertThat(mediaType(suite)).isEqualTo("application/problem+json");
        assertThat(suite.rules().profiles()).contains("oauth21");
        assertThat(suite.rules().byRule()).containsOnlyKeys("nosniff");
        assertThat(suite.probes()).containsExactly("again");
        assertThat(suite.scenarios()).extracting(Scenario::condition).containsExactly("expired-token");
    }

    @Test
    void the_suites_own_words_go_before() throws IOException {
        write("common.part.yaml", COMMON + """
            leeway: 30
            tags: [nightly, common]
            refusals: {order: resource-first, body: {media-type: application/problem+json}}
            """);

        Suite suite = files.suite(ORDERS + """
            leeway: 10
            tags: [weekly]
            refusals: {body: {media-type: application/json}}
            credentials: {bearer: {mint: {audience: https://orders.example}}}
            """);

        assertThat(suite.leeway()).isEqualTo(Duration.ofSeconds(10));
        assertThat(suite.tags()).containsExactly("weekly");
        assertThat(suite.refusals().resourceFirst()).isTrue();
        assertThat(mediaType(suite)).isEqualTo("application/json");
        NamedSettings mint = suite.credentials().get(0).sources().get(0);
        assertThat(mint.text("audience")).isEqualTo("https://orders.example");
        assertThat(mint.text("issuer")).isEqualTo("https://issuer.example");
    }

    @Test
    void names_that_may_be_in_any_case_are_the_same_in_what_is_expected() throws IOException {
        write("common.part.yaml", COMMON + """
            refusals:
              challenge: {Realm: theirs, scope: present}
              no-right: {headers: {retry-after: absent}, body: {/Code: theirs}}
            """);

        Refusals refusals = files.suite(ORDERS + """
            refusals:
              challenge: {realm: ours}
              no-right: {headers: {Retry-After: present}, body: {/code: ours}}
            """).refusals();

        assertThat(refusals.promise().challenge()).containsOnlyKeys("realm", "scope");
        assertThat(Declared.valueOf(refusals.promise().challenge().get("realm")))
                .isEqualTo(new Match.Equal("ours"));
        Promise noRight = refusals.of(CauseKind.NO_RIGHT);
        assertThat(noRight.headers()).containsOnlyKeys("Retry-After");
        assertThat(Declared.valueOf(noRight.headers().get("Retry-After"))).isEqualTo(new Match.Present());
        assertThat(noRight.members()).containsOnlyKeys("/Code", "/code");
    }

    @Test
    void what_one_value_has_to_be_stands_in_place_of_the_parts_and_is_not_joined_with_it() throws IOException {
        write("common.part.yaml", COMMON + """
            subjects: {alice: {bearer: {mint: {subject: alice}}}}
            allows: [alice]
            refusals:
              challenge: {realm: {matches: ^t}}
              bad-credential: {body: {/code: {matches: ^E_}, /status: {equals: 401}}}
            denied: {headers: {X-Code: {matches: ^E_}}}
            """);

        Suite suite = files.suite(ORDERS + """
            refusals:
              challenge: {realm: {equals: ours}}
              bad-credential: {body: {/code: {equals: E_TOKEN}}}
            denied: {headers: {x-code: {equals: E_RIGHT}}}
            """);

        assertThat(Declared.valueOf(suite.refusals().promise().challenge().get("realm")))
                .isEqualTo(new Match.Equal("ours"));
        assertThat(suite.refusals().of(CauseKind.BAD_CREDENTIAL).members())
                .containsOnlyKeys("/code", "/status")
                .extractingByKey("/code")
                .extracting(Declared::value)
                .isEqualTo(new Match.Equal("\"E_TOKEN\""));
        assertThat(suite.subjects().denied().promise().headers())
                .containsOnlyKeys("x-code")
                .extractingByKey("x-code")
                .extracting(Declared::value)
                .isEqualTo(new Match.Equal("E_RIGHT"));
    }

    @Test
    void objects_of_a_part_are_joined_owner_by_owner() throws IOException {
        write("common.part.yaml", COMMON + """
            subjects:
              alice: {bearer: {mint: {subject: alice}}}
              bob: {bearer: {mint: {subject: bob}}}
            objects: {order: {alice: 1001, bob: 2001, absent: 9999}}
            existence: hidden
            allows: [owner]
            """);

        Suite suite = files.suite(
                ORDERS.replace("[GET /orders]", "[\"GET /orders/{order}\"]") + "objects: {order: {alice: 5}}\n");

        Operation operation = suite.operations().get(0);
        assertThat(operation.objects().of("alice")).contains(Map.of("order", "5"));
        assertThat(operation.objects().of("bob")).contains(Map.of("order", "2001"));
        assertThat(operation.objects().hidden())
                .hasToString("common.part.yaml:%d:12".formatted(COMMON.lines().count() + 5));
    }

    @Test
    void a_key_without_a_value_takes_the_parts_away() throws IOException {
        write(
                "common.part.yaml",
                COMMON.replace("audience", "subject: somebody, audience") + "hosts: [login.example]\n");

        Suite suite = files.suite(ORDERS + "hosts:\ncredentials: {bearer: {mint: {subject: }}}\n");

        assertThat(suite.destinations().hosts()).isEmpty();
        assertThat(suite.credentials().get(0).sources().get(0).settings()).doesNotContainKey("subject");
    }

    /** A second source would be asked for what the first one cannot make, with a key that nobody trusts. */
    @Test
    void token_sources_of_the_suite_stand_in_place_of_the_parts() throws IOException {
        write("common.part.yaml", """
            credentials:
              api-key:
                header: X-API-Key
                token: {good: "${KEY}", revoked: "${KEY}"}
            """);

        Suite other = files.suite(ORDERS + "credentials: {api-key: {login: {url: https://login.example}}}\n");
        Suite same = files.suite(ORDERS + "credentials: {api-key: {prefix: Key, token: {revoked: \"${KEY}-old\"}}}\n");

        assertThat(other.credentials().get(0).sources())
                .extracting(NamedSettings::name)
                .containsExactly("login");
        assertThat(other.credentials().get(0).scheme().text("header")).isEqualTo("X-API-Key");
        assertThat(same.credentials().get(0).sources().get(0).text("good")).isEqualTo("key-from-the-environment");
        assertThat(same.credentials().get(0).sources().get(0).text("revoked"))
                .isEqualTo("key-from-the-environment-old");
    }

    @ParameterizedTest
    @CsvSource({
        // a file before what it uses; of what it uses the later before the earlier
        "'c.part.yaml,a.part.yaml', a",
        "'a.part.yaml,c.part.yaml', a",
        "'a.part.yaml,b.part.yaml', b",
        "'b.part.yaml,a.part.yaml', a",
        "'silent.part.yaml', c",
        // what both use stands behind both, also where the later says nothing itself
        "'a.part.yaml,silent.part.yaml', a",
        "'silent.part.yaml,a.part.yaml', a"
    })
    void of_several_parts_one_goes_before(String use, String before) throws IOException {
        write("a.part.yaml", "use: c.part.yaml\ntags: a");
        write("b.part.yaml", "use: c.part.yaml\ntags: b");
        write("c.part.yaml", "tags: c");
        write("silent.part.yaml", "use: c.part.yaml\nleeway: 30");

        Suite suite = files.suite(ORDERS.replace("common.part.yaml", "[common.part.yaml,%s]".formatted(use)));

        assertThat(suite.tags()).containsExactly(before);
    }

    @Test
    void a_path_in_a_part_begins_where_the_part_lies() throws IOException {
        Files.createDirectories(folder.resolve("shared/more"));
        write("shared/more/deep.part.yaml", "target: ${file:target.txt}\n");
        write("shared/more/target.txt", "https://deep.example\n");
        write("shared/all.part.yaml", """
            use: more/deep.part.yaml
            refusals: {body: {schema: error.schema.json}}
            profiles: house.profile.yaml
            waivers: our.waivers.yaml
            credentials:
              bearer:
                mint: {issuer: https://issuer.example, audience: https://all.example, key: "${file:key.pem}"}
            """);
        write("shared/error.schema.json", "{\"type\": \"object\"}");
        write("shared/house.profile.yaml", "profile: house\nsummary: Ours.\n");
        write("shared/our.waivers.yaml", """
            waivers: [{suites: Orders API, rule: nosniff, owner: a, reason: b, until: 2026-12-31}]
            """);
        write("shared/key.pem", "the key\n");

        Suite suite = files.suite(ORDERS.replace("common.part.yaml", "shared/all.part.yaml"));

        assertThat(suite.target()).isEqualTo("https://deep.example");
        assertThat(suite.refusals().promise().schema()).isNotNull();
        assertThat(suite.rules().profiles()).contains("house");
        assertThat(suite.waivers())
                .extracting(it -> it.at().toString(), Waiver::removal)
                .containsExactly(tuple("shared/our.waivers.yaml:1:11", "delete line 1 of shared/our.waivers.yaml"));
        assertThat(suite.credentials().get(0).sources().get(0).text("key")).isEqualTo("the key");
    }

    @Test
    void a_scenario_of_a_part_stands_at_its_line_there() throws IOException {
        write("common.part.yaml", COMMON + "scenarios: [expired-token]\n");

        Suite suite = files.suite(ORDERS.replace("scenarios: [no-token]\n", ""));

        assertThat(suite.scenarios()).extracting(it -> it.at().toString()).containsExactly("common.part.yaml:4:13");
        assertThat(suite.at()).hasToString("orders.auth.yaml:1:1");
    }

    @Test
    void a_problem_that_is_found_later_shows_the_line_of_the_part() {
        Problem problem = Problem.in(
                folder.resolve("orders.auth.yaml"),
                new Position("common.part.yaml", 2, 3),
                "this cannot be used",
                "give another");

        assertThat(problem.sourceLine()).isEqualTo("  bearer:");
    }

    @Test
    void all_files_together_have_the_limit_of_one() throws IOException {
        int half = (int) UserFile.DEFAULT_LIMIT / 2;
        write("common.part.yaml", COMMON + "#".repeat(half));

        assertThat(problems(ORDERS + "#".repeat(half)))
                .containsExactly("with 'common.part.yaml' the suite and its parts are larger than 1 MiB");
    }

    @Test
    void a_part_is_read_as_carefully_as_any_file() throws IOException {
        write("common.part.yaml", "#".repeat((int) UserFile.DEFAULT_LIMIT + 1));
        assertThat(problems(ORDERS)).containsExactly("the file 'common.part.yaml' is larger than 1 MiB");

        Files.write(folder.resolve("common.part.yaml"), new byte[] {(byte) 0xC3, 0x28});
        assertThat(problems(ORDERS)).containsExactly("the file 'common.part.yaml' is not UTF-8 text");

        Files.delete(folder.resolve("common.part.yaml"));
        Files.createDirectory(folder.resolve("common.part.yaml"));
        assertThat(problems(ORDERS)).containsExactly("the file 'common.part.yaml' is a folder");
    }

    @Test
    void a_part_behind_a_link_out_of_the_root_is_not_read(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("common.part.yaml"), COMMON);
        Files.delete(folder.resolve("common.part.yaml"));
        Files.createSymbolicLink(folder.resolve("common.part.yaml"), elsewhere.resolve("common.part.yaml"));

        assertThat(problems(ORDERS)).containsExactly("the file 'common.part.yaml' lies outside the suite's root");
    }

    @Test
    void a_suite_uses_twenty_parts_and_no_more() throws IOException {
        for (int i = 0; i < 20; i++) {
            write(i + ".part.yaml", "use: %d.part.yaml\n".formatted(i + 1));
        }
        write("19.part.yaml", COMMON);
        String suite = ORDERS.replace("common.part.yaml", "0.part.yaml");

        assertThat(files.suite(suite).credentials().get(0).sources()).hasSize(1);
        write("19.part.yaml", "use: common.part.yaml\n");
        assertThat(problems(suite)).containsExactly("a suite uses more than 20 parts");
    }

    @Test
    void whoever_compares_texts_of_a_suite_learns_which_parts_belong_to_it() throws IOException {
        write("common.part.yaml", "use: [more.part.yaml, nowhere.part.yaml]\n");
        write("more.part.yaml", COMMON);
        Path suite = Files.writeString(folder.resolve("orders.auth.yaml"), ORDERS);

        assertThat(SuiteReader.parts(suite, UserFile.DEFAULT_LIMIT))
                .containsExactly(
                        folder.resolve("common.part.yaml"),
                        folder.resolve("more.part.yaml"),
                        folder.resolve("nowhere.part.yaml"));
        assertThat(SuiteReader.parts(folder.resolve("none.auth.yaml"), UserFile.DEFAULT_LIMIT))
                .isEmpty();
    }

    private List<String> problems(String yaml) {
        return ((Reading.Unreadable) files.read(yaml))
                .problems().stream().map(Problem::message).toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
