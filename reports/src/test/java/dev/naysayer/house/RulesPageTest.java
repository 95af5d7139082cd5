package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparisons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The page of rules and the catalogue for programs say what the code does. */
class RulesPageTest {

    private static final Path PAGE = Path.of("../docs/RULES.md");

    private static final Path CATALOGUE = Path.of("../engine/src/main/resources/dev/naysayer/engine/rule/rules.json");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private record Entry(
            String id,
            String level,
            String source,
            @Nullable String link,
            String summary,
            String profile) {

        static Entry of(RuleInfo rule) {
            return new Entry(
                    rule.id(),
                    rule.level().toString(),
                    rule.source().text(),
                    rule.source().link(),
                    rule.summary(),
                    rule.profile());
        }
    }

    @Test
    void the_page_is_that_of_the_code() throws IOException {
        checkedIn(PAGE, RulesPage.text());
    }

    @Test
    void the_catalogue_for_programs_is_that_of_the_code() throws IOException {
        List<Entry> entries = RulesPage.inOrder().map(Entry::of).toList();

        checkedIn(CATALOGUE, MAPPER.writeValueAsString(entries) + "\n");
    }

    @Test
    void no_rule_is_left_out() {
        String page = RulesPage.text();

        assertThat(RulesPage.rules())
                .hasSize(Rules.ALL.size() + Comparisons.ALL.size())
                .allSatisfy(rule -> assertThat(page)
                        .containsOnlyOnce("### `%s`\n".formatted(rule.id()))
                        .containsOnlyOnce("(#%s)".formatted(rule.id())));
    }

    @Test
    void sections_follow_one_another_as_in_a_table_of_contents() {
        assertThat(RulesPage.rules())
                .filteredOn(rule -> rule.source().standard().equals("RFC 9110"))
                .extracting(rule -> rule.source().section())
                .containsSubsequence("8.3", "11.2", "11.3", "15.5.2", "17");
        assertThat(RulesPage.rules())
                .extracting(rule -> rule.source().standard())
                .containsSubsequence("RFC 6750", "RFC 9110", "RFC 9457", "OWASP ASVS 5.0", "the suite");
    }

    private static void checkedIn(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(expected);
    }
}
