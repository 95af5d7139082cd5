package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of conditions says what the code does. */
class ConditionsPageTest {

    private static final Path PAGE = Path.of("../docs/CONDITIONS.md");

    @Test
    void the_page_is_that_of_the_code() throws IOException {
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(PAGE, ConditionsPage.text());
        }

        assertThat(PAGE)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(ConditionsPage.text());
    }

    @Test
    void no_condition_is_left_out() {
        String page = ConditionsPage.text();

        assertThat(CredentialConditions.ALL)
                .extracting(CredentialCondition::info)
                .allSatisfy(condition -> assertThat(page).containsOnlyOnce("| `%s`".formatted(condition.name())));
    }
}
