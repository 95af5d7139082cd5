package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of settings says what the code does. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("../docs/settings.md");

    @Test
    void the_page_is_that_of_the_code() throws IOException {
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(PAGE, SettingsPage.text());
        }

        assertThat(PAGE)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(SettingsPage.text());
    }
}
