package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.rule.remedy.Remedies;
import dev.naysayer.engine.rule.remedy.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of fixes says what the remedies say, and leads somewhere. */
class FixesPageTest {

    private static final Path PAGE = Path.of("../docs/FIXES.md");

    @Test
    void the_page_is_that_of_the_remedies() throws IOException {
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(PAGE, FixesPage.text());
        }

        assertThat(PAGE)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(FixesPage.text());
    }

    @Test
    void what_one_page_of_rules_and_fixes_links_to_is_there_in_the_other() {
        String rules = RulesPage.text();
        String fixes = FixesPage.text();

        assertThat(anchors("RULES.md", fixes))
                .hasSizeGreaterThan(80)
                .allSatisfy(rule -> assertThat(rules).containsOnlyOnce("### `%s`\n".formatted(rule)));
        assertThat(anchors("FIXES.md", rules))
                .containsExactlyInAnyOrderElementsOf(
                        Remedies.ALL.stream().map(Remedy::id).toList())
                .allSatisfy(remedy -> assertThat(fixes).containsOnlyOnce("## `%s`\n".formatted(remedy)));
    }

    private static List<String> anchors(String page, String text) {
        return Pattern.compile(Pattern.quote("(" + page + "#") + "([^)]+)\\)")
                .matcher(text)
                .results()
                .map((MatchResult link) -> link.group(1))
                .distinct()
                .toList();
    }
}
