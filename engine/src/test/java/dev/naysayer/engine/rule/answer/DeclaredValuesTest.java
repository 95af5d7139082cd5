package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Match;
import dev.naysayer.dsl.Position;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several values that are declared at several lines. */
class DeclaredValuesTest {

    private static final Evidence EVIDENCE = Evidence.of(
            new Request("GET", "https://api.example/orders", List.of(), null),
            new Response(401, List.of(), new Body(new byte[0], false), List.of()));

    private final DeclaredValues values = new DeclaredValues(EVIDENCE);

    @Test
    void the_line_of_the_first_that_is_broken_is_the_source_and_another_line_stands_beside_its_value() {
        values.text("Vary", at(5, new Match.Equal("Origin")), "Origin");
        values.text("Date", at(7, new Match.Present()), null);
        values.text("ETag", at(9, new Match.Absent()), "\"1\"");

        assertThat(values.verdict())
                .isEqualTo(Verdict.violated(
                        "Date\nno ETag (orders.auth.yaml:9)",
                        "no Date\nETag: \"1\"",
                        Clause.must(new SpecReference("orders.auth.yaml:7", null))));
    }

    @Test
    void what_is_broken_goes_before_what_could_not_be_decided() {
        values.text("X-Request-ID", at(5, new Match.Echo("X-Request-ID")), "1");
        assertThat(values.verdict()).isInstanceOf(Verdict.Inconclusive.class);

        values.text("Date", at(7, new Match.Present()), null);
        assertThat(values.verdict()).isInstanceOf(Verdict.Violated.class);
    }

    private static Declared<Match> at(int line, Match match) {
        return Declared.of(match, new Position("orders.auth.yaml", line, 3));
    }
}
