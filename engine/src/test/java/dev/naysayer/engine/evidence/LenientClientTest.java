package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Where two clients read something else than we do is known, and why. */
class LenientClientTest {

    private static final List<String> FILES = List.of("specifications.fields", "nasty.fields");

    @Test
    void what_a_client_reads_otherwise_stands_in_the_list() throws IOException {
        assertThat(blocks().stream().filter(block -> !isReason(block)))
                .as("lenient.differences: what is new belongs below the reason for it")
                .containsExactlyInAnyOrderElementsOf(differences());
    }

    @Test
    void every_difference_has_a_reason_and_every_reason_a_difference() throws IOException {
        List<String> blocks = blocks();
        assertThat(isReason(blocks.get(0))).isTrue();
        for (int index = 1; index < blocks.size(); index++) {
            assertThat(isReason(blocks.get(index - 1)) && isReason(blocks.get(index)))
                    .as("nothing stands below: %s", blocks.get(index - 1))
                    .isFalse();
        }
        assertThat(isReason(blocks.get(blocks.size() - 1))).isFalse();
    }

    private static Set<String> differences() throws IOException {
        Set<String> differences = new TreeSet<>();
        for (String file : FILES) {
            for (StatedField field : StatedField.of(file)) {
                for (LenientClient client : LenientClient.values()) {
                    String ours = LenientClient.readByUs(field.lines());
                    String theirs = client.read(field.name(), field.lines());
                    if (!theirs.equals(ours.equals("broken") ? "nothing" : ours)) {
                        differences.add(difference(field, ours, client, theirs));
                    }
                }
            }
        }
        return differences;
    }

    private static String difference(StatedField field, String ours, LenientClient client, String theirs) {
        List<String> lines = new ArrayList<>();
        field.lines().forEach(line -> lines.add(StatedField.fieldLine(field.name(), line)));
        lines.add("  we          " + ours);
        lines.add("  %-11s %s".formatted(client, theirs));
        return String.join("\n", lines);
    }

    private static boolean isReason(String block) {
        return block.startsWith("## ");
    }

    /** Reasons and differences as they stand in the file, without its head. */
    private static List<String> blocks() throws IOException {
        try (InputStream in = LenientClientTest.class.getResourceAsStream("lenient.differences")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.strip().split("\n\n+", -1)).skip(1).toList();
        }
    }
}
