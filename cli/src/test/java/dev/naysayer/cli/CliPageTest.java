package dev.naysayer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page shows as help is what the program says. */
class CliPageTest {

    private static final Path PAGE = Path.of("../docs/cli.md");

    private static final Pattern HELP = Pattern.compile("(?s)<!-- help of (\\w+) -->\n.*?<!-- until here -->");

    @Test
    void each_command_is_on_the_page_with_its_help() throws IOException {
        String page = Files.readString(PAGE);
        String text = HELP.matcher(page)
                .replaceAll(block -> Matcher.quoteReplacement("<!-- help of %s -->\n\n```\n%s```\n\n<!-- until here -->"
                        .formatted(block.group(1), help(block.group(1)))));
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(PAGE, text);
        }

        assertThat(PAGE)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .hasContent(text);
        List<String> told =
                HELP.matcher(page).results().map(block -> block.group(1)).toList();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("naysayer"),
                                Main.program(System.out, System.err).getSubcommands().keySet().stream()
                                        .filter(it -> !it.equals("help")))
                        .toList());
    }

    private static String help(String command) {
        Called help = command.equals("naysayer") ? Called.with("--help") : Called.with(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        return help.out().lines().map(line -> line.stripTrailing() + "\n").reduce("", String::concat);
    }

    /** Whoever reads it by a pipe wants no escape sequences. */
    @Test
    void nothing_is_coloured_where_nobody_sees_it() {
        assertThat(Called.with("--help").out()).doesNotContain("\u001b");
    }
}
