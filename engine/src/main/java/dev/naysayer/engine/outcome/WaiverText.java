package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an owner reads of waivers that are of no use any more, or will soon not be. */
public final class WaiverText {

    /** More of one owner nobody reads in a line. */
    private static final int TOLD = 6;

    /** So many are a page. */
    private static final int MOST = 20;

    private WaiverText() {}

    /** The message of a suite's test; at least one of them fails. */
    public static String of(List<WaiverOutcome> outcomes) {
        List<WaiverOutcome> failing =
                outcomes.stream().filter(WaiverOutcome::fails).toList();
        String more = failing.size() > MOST ? "%nThe report has %d more.%n".formatted(failing.size() - MOST) : "";
        return VisibleText.ofConsole("%s › waivers: %s%n"
                        .formatted(
                                failing.get(0).suite(),
                                Stream.of(
                                                count(failing, WaiverState.EXPIRED, "expired"),
                                                count(failing, WaiverState.UNMATCHED, "unmatched"))
                                        .filter(words -> !words.isEmpty())
                                        .collect(Collectors.joining(", ")))
                + failing.stream().limit(MOST).map(WaiverText::paragraph).collect(Collectors.joining())
                + more);
    }

    private static String count(List<WaiverOutcome> failing, WaiverState state, String word) {
        long number = failing.stream().filter(it -> it.state() == state).count();
        return number == 0 ? "" : "%d %s".formatted(number, word);
    }

    private static String paragraph(WaiverOutcome it) {
        return "%n%s: %s%n  waives  %s%n  owner   %s%n  reason  %s%n  next    %s%n"
                .formatted(
                        it.waiver().place(),
                        fault(it),
                        it.names(),
                        it.waiver().owner(),
                        VisibleText.value(it.waiver().reason()),
                        next(it));
    }

    private static String fault(WaiverOutcome it) {
        if (it.state() == WaiverState.UNMATCHED) {
            return "nothing that it waives is broken";
        }
        return "its last day was %s%s"
                .formatted(
                        it.waiver().until(),
                        it.findings() == 0
                                ? ""
                                : ", so what it waived fails again: %d %s"
                                        .formatted(it.findings(), it.findings() == 1 ? "finding" : "findings"));
    }

    private static String next(WaiverOutcome it) {
        return it.state() == WaiverState.EXPIRED && it.findings() > 0
                ? "mend the API and %s, or agree with %s on a later 'until'"
                        .formatted(it.removal(), it.waiver().owner())
                : it.removal();
    }

    /** A line for each owner of waivers that end soon. */
    public static List<String> notices(List<WaiverOutcome> outcomes) {
        Map<String, List<WaiverOutcome>> byOwner = new LinkedHashMap<>();
        outcomes.stream()
                .filter(WaiverOutcome::endsSoon)
                .forEach(it -> byOwner.computeIfAbsent(it.waiver().owner(), owner -> new ArrayList<>())
                        .add(it));
        return byOwner.entrySet().stream()
                .map(it -> notice(it.getKey(), it.getValue()))
                .toList();
    }

    private static String notice(String owner, List<WaiverOutcome> ending) {
        String some = ending.stream()
                .limit(TOLD)
                .map(it -> "%s on %s (%s)"
                        .formatted(it.names(), it.waiver().until(), it.waiver().place()))
                .collect(Collectors.joining("; "));
        String more = ending.size() > TOLD ? "; and %d more".formatted(ending.size() - TOLD) : "";
        return "waivers of %s end soon: %s%s".formatted(owner, some, more);
    }
}
