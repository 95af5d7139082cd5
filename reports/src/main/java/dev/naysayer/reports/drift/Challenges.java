package dev.naysayer.reports.drift;

import dev.naysayer.engine.evidence.ChallengeField;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.Varying;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an answer says of how to authenticate.
 *
 * @param lines as they came
 * @param field the same, read
 */
record Challenges(List<String> lines, ChallengeField field) {

    /** How a value ends of which the record keeps the beginning only. */
    private static final Pattern CUT = Pattern.compile("… \\([\\d,]+ characters\\)$");

    static Challenges of(Evidence it) {
        return new Challenges(it.response().headers("WWW-Authenticate"), it.field());
    }

    boolean isCut() {
        return lines.stream().anyMatch(line -> CUT.matcher(line).find());
    }

    String text() {
        return lines.isEmpty() ? "none" : String.join("\n", lines);
    }

    /** The same for two fields that nobody can tell apart. */
    List<String> written() {
        return lines.stream()
                .map(line -> Varying.masked(line).replaceAll("\\s+", " ").strip())
                .toList();
    }
}
