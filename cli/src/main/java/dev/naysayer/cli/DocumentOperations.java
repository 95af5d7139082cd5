package dev.naysayer.cli;

import dev.naysayer.dsl.openapi.DocumentOutline.Described;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code operations} of a first suite, as a document lists them.
 *
 * @param file the document's path from the suite on
 */
record DocumentOperations(String file, FirstChoice choice, FirstValues values) {

    /** From so many on somebody may want to begin with fewer. */
    private static final int MANY = 20;

    String yaml() {
        return "\noperations:\n  openapi: " + SuiteText.quoted(file) + "\n" + included() + excluded() + open()
                + shared() + own() + changing();
    }

    private String included() {
        int tested = choice.tested().size();
        return tested <= MANY
                ? ""
                : """
                          # These are %d operations, those with GET and HEAD. To begin with fewer:
                          # include: [%s]
                        """.formatted(tested, SuiteText.quoted(choice.tested().get(0).name()));
    }

    private String excluded() {
        return choice.leftOut().isEmpty()
                ? ""
                : """
                          # What is not tested, and why. Who mends the reason takes the line out.
                          exclude:
                        """
                        + choice.leftOut().entrySet().stream()
                                .map(it -> "    %s: %s\n"
                                        .formatted(
                                                SuiteText.key(it.getKey()),
                                                SuiteText.quoted(SuiteText.line(it.getValue()))))
                                .collect(Collectors.joining());
    }

    private String open() {
        return choice.open().isEmpty() ? "" : """
                          # Does nobody need a credential for these, and is that meant so? Then say it, and take them out above.
                          # public:
                        """ + proposals(choice.open(), it -> SuiteText.key(it.name()));
    }

    private String shared() {
        return values.shared().isEmpty()
                ? ""
                : """
                          # The document gives no example of these, and none is made up. Say one that exists: here, or by its variable.
                          values:
                        """
                        + values.shared().entrySet().stream()
                                .map(it -> "    %s: %s\n"
                                        .formatted(SuiteText.key(it.getKey()), SuiteText.quoted(it.getValue())))
                                .collect(Collectors.joining());
    }

    private String own() {
        return values.own().isEmpty()
                ? ""
                : """
                          # What is called alike and means something else has a value for each; there is no example of these, either.
                          also:
                        """
                        + values.own().entrySet().stream()
                                .map(it -> "    - %s: {%s}\n"
                                        .formatted(
                                                SuiteText.key(it.getKey()),
                                                it.getValue().entrySet().stream()
                                                        .map(key -> "%s: {%s}"
                                                                .formatted(key.getKey(), flow(key.getValue())))
                                                        .collect(Collectors.joining(", "))))
                                .collect(Collectors.joining());
    }

    private static String flow(Map<String, String> named) {
        return named.entrySet().stream()
                .map(it -> SuiteText.quoted(it.getKey()) + ": " + SuiteText.quoted(it.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String changing() {
        return choice.changing().isEmpty()
                ? ""
                : """
                          # What may change something is tested once the suite says what it may do: docs/suite.md#operations.
                        """
                        + (values.own().isEmpty() ? "  # also:\n" : "")
                        + proposals(choice.changing(), it -> "%s: %s".formatted(SuiteText.key(it.name()), says(it)));
    }

    private static String says(Described it) {
        if (it.safe()) {
            return "{}";
        }
        return Stream.of("POST ", "PUT ", "PATCH ").anyMatch(it.name()::startsWith)
                ? "{mutates: true, control: 422, body: {}}"
                : "{mutates: true, control: off}";
    }

    /** The first of them, as lines of which only the mark has to go. */
    private static String proposals(List<Described> all, Function<Described, String> line) {
        String shown = all.stream()
                .limit(DocumentSuite.MOST_SHOWN)
                .map(it -> "  #   - %s\n".formatted(line.apply(it)))
                .collect(Collectors.joining());
        return all.size() <= DocumentSuite.MOST_SHOWN
                ? shown
                : shown + "  #   # and %d more\n".formatted(all.size() - DocumentSuite.MOST_SHOWN);
    }
}
