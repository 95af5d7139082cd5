package dev.naysayer.engine.credential.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What each condition puts onto the wire, and which answer is right, stands in tables word for word. */
class CarriageTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/naysayer/engine/credential/condition");

    static final List<Trial> TRIALS = Trial.ALL;

    @ParameterizedTest
    @FieldSource("TRIALS")
    void a_condition_puts_onto_the_wire_what_the_table_of_its_scheme_says(Trial trial)
            throws IOException, NotObtainable, SourceFailed {
        Shown shown = new Shown(trial.marks());
        StringBuilder table = new StringBuilder();
        for (CredentialCondition condition : trial.conditions()) {
            table.append(condition.info().name()).append('\n').append(shown.of(trial.credential(condition)));
        }

        checkedIn(trial.name() + ".txt", table.toString());
    }

    @Test
    void a_condition_expects_what_the_table_says() throws IOException {
        String table = CredentialConditions.ALL.stream()
                .map(CredentialCondition::info)
                .filter(info -> info.group() != ConditionGroup.JWT)
                .map(CarriageTest::line)
                .collect(Collectors.joining());

        checkedIn("expectations.txt", table);
    }

    private static String line(ConditionInfo info) {
        String expected = "%s: %s; %s"
                .formatted(
                        info.name(),
                        info.expectation().statuses(),
                        String.join(", ", info.expectation().errors()));
        String flags = (info.core() ? "; core" : "") + (info.safe() ? "" : "; opt-in");
        String scheme = "; for " + info.appliesTo() + (info.unless() == null ? "" : " unless " + info.unless());
        return expected + "; " + info.reach() + flags + scheme + "\n";
    }

    /** Written with the pages; what is written says what the condition does, so read whether it is what its words say. */
    private static void checkedIn(String name, String table) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(file, table);
        }
        assertThat(file)
                .as(
                        "by hand, or -Dtests.write-pages=true writes it anew; read what changes beside the condition's words")
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(table);
    }
}
