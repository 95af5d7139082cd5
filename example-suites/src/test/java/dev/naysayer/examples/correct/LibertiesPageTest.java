package dev.naysayer.examples.correct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.examples.liberty.Liberty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of liberties says what the code does. */
class LibertiesPageTest {

    private static final Path PAGE = Path.of("../docs/LIBERTIES.md");

    @Test
    void the_page_is_that_of_the_code() throws IOException {
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(PAGE, LibertiesPage.text());
        }

        assertThat(PAGE)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(LibertiesPage.text());
    }

    @ParameterizedTest
    @EnumSource
    void a_liberty_names_a_clause_and_conditions_that_there_are(Liberty liberty) {
        assertThat(liberty.clause()).containsPattern("RFC [0-9]+ sections? [0-9]");
        assertThat(CredentialConditions.ALL)
                .extracting(condition -> condition.info().name())
                .containsAll(liberty.conditions());
    }
}
