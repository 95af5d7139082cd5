package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.HostileRun;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadgeFormatTest {

    private static final Map<OutcomeKind, String> WORDS = Map.of(
            OutcomeKind.VIOLATION, "1 violation",
            OutcomeKind.WARNING, "kept, 1 warning",
            OutcomeKind.WAIVED, "kept, 1 waived",
            OutcomeKind.CONFORMING, "kept",
            OutcomeKind.INCONCLUSIVE, "1 not judged",
            OutcomeKind.MISCONFIGURED, "1 not judged",
            OutcomeKind.NOT_OBTAINABLE, "nothing judged",
            OutcomeKind.NOT_APPLICABLE, "nothing judged");

    @ParameterizedTest
    @EnumSource
    void a_badge_says_what_the_run_came_to_and_is_green_only_where_something_was_judged_and_all_kept(OutcomeKind kind) {
        String badge = Written.by(new BadgeFormat(), RecordedRun.document(List.of(one(kind)), List.of()));

        assertThat(words(badge)).isEqualTo(WORDS.get(kind));
        assertThat(badge.contains("#1e6b34")).isEqualTo(kind == OutcomeKind.CONFORMING);
    }

    @Test
    void a_run_that_has_not_finished_is_never_green() {
        RunDocument document =
                RecordedRun.unfinished(RunProcess.State.LOST, List.of(one(OutcomeKind.CONFORMING)), List.of());

        assertThat(words(Written.by(new BadgeFormat(), document))).isEqualTo("incomplete");
    }

    @Test
    void a_badge_needs_nothing_from_elsewhere_and_says_nothing_of_others() {
        String badge = Written.by(new BadgeFormat(), HostileRun.document());
        Document svg = Jsoup.parse(badge, "", Parser.xmlParser());

        assertThat(svg.select("image, use, script, style, a, foreignObject")).isEmpty();
        assertThat(badge.replace("xmlns=\"http://www.w3.org/2000/svg\"", "")).doesNotContain("://", "url(", "@import");
        assertThat(words(badge)).isEqualTo("15 violations");
    }

    private static String words(String badge) {
        return Jsoup.parse(badge, "", Parser.xmlParser()).select("text").get(1).text();
    }

    private static CaseOutcome one(OutcomeKind kind) {
        return new CaseOutcome(
                "S", "s.auth.yaml", 1, null, "GET /", "no-token", "m", false, kind, null, List.of(), null);
    }
}
