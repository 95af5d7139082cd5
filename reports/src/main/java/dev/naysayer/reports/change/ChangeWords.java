package dev.naysayer.reports.change;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.gate.BaselineAnswer;
import dev.naysayer.engine.gate.BaselineCase;
import dev.naysayer.engine.gate.BaselineFinding;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was, and what is, each in one line that says no more than a reader needs to decide whether to look. */
final class ChangeWords {

    private static final int LONGEST = 160;

    private ChangeWords() {}

    /** {@code was 401 with a challenge, is 401 without one: clients stop refreshing}. */
    static String ofNew(@Nullable BaselineCase before, @Nullable BaselineAnswer now, Finding finding, String clients) {
        return "%s: %s".formatted(difference(before, now, finding), asPartOf(clients));
    }

    private static String difference(@Nullable BaselineCase before, @Nullable BaselineAnswer now, Finding finding) {
        String actual = shortened(Objects.requireNonNullElse(finding.actual(), ""));
        if (before == null) {
            return "was not tested, is " + actual;
        }
        if (!before.kind().isJudged()) {
            return "was %s, is %s".formatted(word(before.kind()), actual);
        }
        String answers =
                before.answer() == null || now == null ? null : before.answer().wordsOfChange(now);
        if (answers == null) {
            return "was right, is " + actual;
        }
        boolean told = answers.contains(actual) || actual.contains("WWW-Authenticate");
        return told ? answers : "%s (%s)".formatted(answers, actual);
    }

    static String ofFixed(BaselineCase before, BaselineFinding broken, @Nullable BaselineAnswer now) {
        String answers =
                before.answer() == null || now == null ? null : before.answer().wordsOfChange(now);
        return answers != null ? answers : "%s, is right".formatted(wasBroken(broken));
    }

    static String ofUnjudged(OutcomeKind before, CaseOutcome now) {
        return "was %s, is %s: %s"
                .formatted(
                        word(before),
                        word(now.kind()),
                        shortened(Objects.requireNonNullElse(now.shortReason(), "a rule could not decide")));
    }

    static String ofUnjudged(Finding undecided) {
        return "was judged, is inconclusive: %s"
                .formatted(shortened(Objects.requireNonNullElse(undecided.reason(), "")));
    }

    static String ofUntested(OutcomeKind before, CaseOutcome now) {
        return "was %s, is not tested any more: %s, %s"
                .formatted(
                        word(before), word(now.kind()), shortened(Objects.requireNonNullElse(now.shortReason(), "")));
    }

    static String ofVanished(OutcomeKind before) {
        return "was %s, is not in this run: removed, or called otherwise".formatted(word(before));
    }

    static String ofVanished(BaselineFinding before) {
        return wasBroken(before) + ", is not in this run";
    }

    private static String wasBroken(BaselineFinding before) {
        return before.actual() == null ? "was broken" : "was broken (%s)".formatted(before.actual());
    }

    static String ofVanishedSuite(long cases, long broken) {
        return "the whole suite is not in this run: %s, %s".formatted(count(cases, "case"), count(broken, "finding"));
    }

    static String ofNew(CaseOutcome now) {
        return "was not there, is " + word(now.kind());
    }

    static String ofFixed(BaselineCase before) {
        return before.reason() == null
                ? "was %s, is conforming".formatted(word(before.kind()))
                : "was %s, is conforming; the reason was: %s".formatted(word(before.kind()), before.reason());
    }

    static String sentence(Changes changes) {
        List<String> parts = new ArrayList<>();
        int fresh = changes.findings().getOrDefault(ChangeKind.NEW, 0);
        parts.add(fresh == 0 ? "no finding is new" : fresh == 1 ? "1 finding is new" : fresh + " findings are new");
        add(parts, changes.findings().getOrDefault(ChangeKind.FIXED, 0), "fixed");
        add(parts, changes.findings().getOrDefault(ChangeKind.VANISHED, 0), "not in this run");
        add(parts, changes.findings().getOrDefault(ChangeKind.KNOWN, 0), "known");
        int unjudged = changes.cases().getOrDefault(ChangeKind.NEWLY_INCONCLUSIVE, 0);
        if (unjudged > 0) {
            parts.add(count(unjudged, "case") + (unjudged == 1 ? " is" : " are") + " newly inconclusive");
        }
        if (changes.notRun() > 0) {
            parts.add(count(changes.notRun(), "case") + (changes.notRun() == 1 ? " was" : " were") + " not run");
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add("%d %s %s".formatted(number, number == 1 ? "is" : "are", what));
        }
    }

    private static String count(long number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }

    private static String word(OutcomeKind kind) {
        return switch (kind) {
            case VIOLATION -> "a violation";
            case WARNING -> "a warning";
            default -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** {@code They stop.} becomes {@code clients stop}. */
    private static String asPartOf(String clients) {
        String sentence = clients.endsWith(".") ? clients.substring(0, clients.length() - 1) : clients;
        if (sentence.startsWith("They ")) {
            return "clients" + sentence.substring("They".length());
        }
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String shortened(String text) {
        return VisibleText.cut(text.lines().findFirst().orElse(""), LONGEST);
    }
}
