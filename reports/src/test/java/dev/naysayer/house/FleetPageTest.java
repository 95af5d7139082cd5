package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.Setting;
import dev.naysayer.reports.drift.DriftKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/fleet.md} and {@code docs/scale.md} tell of commands is what there is. */
class FleetPageTest {

    @Test
    void every_kind_of_drift_has_its_line_in_the_order_in_which_it_weighs() throws IOException {
        List<String> told = all("(?m)^\\| `([a-z-]+)` \\|", Files.readString(Path.of("../docs/fleet.md")));

        assertThat(told)
                .containsExactlyElementsOf(
                        Stream.of(DriftKind.values()).map(DriftKind::id).toList());
    }

    @Test
    void every_setting_and_every_class_on_the_page_is_there() throws Exception {
        String page = Files.readString(Path.of("../docs/fleet.md"));

        assertThat(all("(?<!dev\\.)(naysayer\\.[a-z-]+)", page))
                .isNotEmpty()
                .isSubsetOf(
                        Arrays.stream(Setting.values()).map(Setting::parameter).toList());
        for (String name : all("\\b(dev\\.naysayer(?:\\.\\w+)+)", page)) {
            assertThat(Class.forName(name).getMethod("main", String[].class)).isNotNull();
        }
    }

    /** A project of two modules is built of it, and ends with one report. */
    @Test
    void the_line_for_several_modules_is_the_one_that_is_tried() throws IOException {
        String shown = Files.readString(Path.of("../docs/scale.md"))
                .split("## One report of all modules", 2)[1]
                .split("```xml\n", 2)[1]
                .split("```", 2)[0];
        String tried = Files.readString(Path.of("../example-suites/src/it/modules/pom.xml"));
        List<String> line = shown.lines()
                .map(String::strip)
                .dropWhile(it -> !it.equals("<configuration>"))
                .takeWhile(it -> !it.equals("</plugin>"))
                .toList();

        assertThat(line).hasSize(5);
        assertThat(tried.lines().map(String::strip)).containsSequence(line);
    }

    private static List<String> all(String pattern, String text) {
        Stream<MatchResult> results = Pattern.compile(pattern).matcher(text).results();
        return results.map(it -> it.group(1)).toList();
    }
}
