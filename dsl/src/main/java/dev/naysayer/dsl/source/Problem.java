package dev.naysayer.dsl.source;

import dev.naysayer.dsl.Legible;
import dev.naysayer.dsl.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something wrong with a suite, told the way a good compiler tells it.
 *
 * @param at the place
 * @param message what is wrong, in one line
 * @param sourceLine the line of the file as the author wrote it; of a long one what is around the place
 * @param caret how many characters of that stand in front of the place
 * @param nextStep what to do about it
 */
public record Problem(Position at, String message, String sourceLine, int caret, String nextStep) {

    /** How many problems are told at once: nobody mends more before reading again. */
    public static final int MOST = 50;

    private static final int LONGEST_MESSAGE = 400;
    private static final int LONGEST_STEP = 600;

    public Problem {
        message = Legible.shown(message, LONGEST_MESSAGE);
        nextStep = Legible.shown(nextStep, LONGEST_STEP);
    }

    /** What is wrong at a place that is known already, without the line. */
    public record Fault(Position at, String message, String nextStep) {}

    /** Problems that were found only when values were used: their lines are fetched from the file again. */
    public static List<Problem> in(Path suite, List<Fault> faults) {
        Map<String, SourceText> texts = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Fault fault : faults.subList(0, Math.min(MOST, faults.size()))) {
            problems.add(of(text(suite, fault, texts), fault));
        }
        if (faults.size() > MOST) {
            Fault more = more(faults.get(MOST).at(), faults.size() - MOST);
            problems.add(of(text(suite, more, texts), more));
        }
        return problems;
    }

    /** A problem that was found only when a value was used: the line is fetched from the file again. */
    public static Problem in(Path suite, Position at, String message, String nextStep) {
        return in(suite, List.of(new Fault(at, message, nextStep))).get(0);
    }

    /** Stands for those that are not told. */
    static Fault more(Position at, int untold) {
        return new Fault(
                at,
                untold == 1 ? "one more problem" : "%d more problems from here on".formatted(untold),
                "mend what is told above; the rest is told then");
    }

    private static Problem of(SourceText text, Fault fault) {
        SourceText.Quote line = text.quote(fault.at().line(), fault.at().column(), Set.of(), List.of());
        return new Problem(fault.at(), fault.message(), line.text(), line.caret(), fault.nextStep());
    }

    /** The text of the suite, or of a file that is part of it. */
    private static SourceText text(Path suite, Fault fault, Map<String, SourceText> texts) {
        return texts.computeIfAbsent(fault.at().file(), file -> text(suite.resolveSibling(file)));
    }

    /** Whoever found the problem has read the file within its limit; it is not this that decides. */
    private static SourceText text(Path file) {
        try {
            return new SourceText("", UserFile.text(file, Integer.MAX_VALUE - 16));
        } catch (IOException | UserFile.Refused e) {
            return new SourceText("", "");
        }
    }

    /** Place and message, the source line, and a caret with the next step. */
    @Override
    public String toString() {
        return "%s: %s%n  | %s%n  | %s^ %s"
                .formatted(at, message, sourceLine, " ".repeat(Math.max(0, caret)), nextStep);
    }
}
