package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.ChallengeField.Broken;
import dev.naysayer.engine.evidence.ChallengeField.Parsed;
import dev.naysayer.engine.evidence.GeneratedField.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the grammar writes is what is read, and one fault in it is found in its place. */
class GeneratedFieldTest {

    private static final int FIELDS = 20_000;
    private static final int FIELDS_FOR_FAULTS = 10_000;

    private final Random random = new Random(11);

    @Test
    void what_the_grammar_writes_is_read_to_the_letter_with_every_liberty() {
        for (int round = 0; round < FIELDS; round++) {
            GeneratedField field = new GeneratedField(random);
            assertThat(ChallengeParser.parse(field.lines()))
                    .as("%s", field.lines())
                    .isEqualTo(new Parsed(field.challenges()));
            assertThat(ChallengeParser.liberties(field.lines()))
                    .as("%s", field.lines())
                    .isEqualTo(field.liberties());
        }
    }

    @Test
    void one_fault_in_what_the_grammar_writes_is_found_where_it_is() {
        Map<Fault, Integer> made = new HashMap<>();
        for (int round = 0; round < FIELDS_FOR_FAULTS; round++) {
            GeneratedField field = new GeneratedField(random);
            for (Fault fault : Fault.ALL) {
                List<Span> places = fault.places(field);
                if (!places.isEmpty()) {
                    assertFound(fault, field, places.get(random.nextInt(places.size())));
                    made.merge(fault, 1, Integer::sum);
                }
            }
        }
        assertThat(made).as("how often each fault was made").hasSize(Fault.ALL.size());
        assertThat(made.values()).allMatch(times -> times >= 4_000);
    }

    private void assertFound(Fault fault, GeneratedField field, Span place) {
        Fault.Broken expected = fault.in(field.lines().get(place.line()), place, random);
        List<String> lines = new ArrayList<>(field.lines());
        lines.set(place.line(), expected.line());
        assertThat(ChallengeParser.parse(lines)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.line()).as("%s, one of %s", fault, lines).isEqualTo(expected.line());
            assertThat(broken.offset()).as("%s in %s", fault, broken).isEqualTo(expected.offset());
        });
    }
}
