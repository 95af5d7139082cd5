package dev.naysayer.examples.correct;

import dev.naysayer.examples.liberty.Liberty;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Every liberty, for readers, from the words that stand beside its code. */
final class LibertiesPage {

    private static final String INTRODUCTION = """
            # Liberties

            A standard binds an API where it says so, and leaves the rest to it. This page lists what it leaves: what an API may do
            or leave undone though a stricter one does otherwise. None of it is held against an API as a MUST or a SHOULD; at most
            it is security advice, MAY or advice. What a suite declares, and what a profile demands, goes before.

            The page is generated from the code of the examples, and the build holds Naysayer to it: APIs that take these
            liberties, all at once as far as they do not exclude each other, run under every condition. `free` and `otherwise free`
            say which of the two APIs takes it; it changes the answer to each of the *conditions*, and to no others. Where none are
            named, it shows in every refusal.

            | liberty | what the API does | left by | taken by | conditions |
            |---|---|---|---|---|
            """;

    private LibertiesPage() {}

    static String text() {
        return INTRODUCTION
                + Arrays.stream(Liberty.values()).map(LibertiesPage::row).collect(Collectors.joining());
    }

    private static String row(Liberty liberty) {
        return "| `%s` | %s | %s: %s | %s | %s |\n"
                .formatted(
                        liberty.id(),
                        escaped(liberty.does()),
                        liberty.clause(),
                        escaped(liberty.leaves()),
                        CorrectApi.FREE_BEARER.liberties().contains(liberty) ? "free" : "otherwise free",
                        liberty.conditions().stream()
                                .sorted()
                                .map("`%s`"::formatted)
                                .collect(Collectors.joining(", ")));
    }

    /** The words hold no markup of their own, so nothing of them may be taken for it. */
    private static String escaped(String words) {
        return words.replaceAll("[\\\\`*_{}\\[\\]<>|#]", "\\\\$0");
    }
}
