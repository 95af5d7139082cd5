package dev.naysayer.reports.fleet;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.reports.model.Environment;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.SuiteOrigin;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands that run a service's suites again, as somebody types them in a shell. */
final class RunAgain {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");

    private RunAgain() {}

    /** Where something was run, and against what. */
    private record Place(String directory, String target) {}

    /** @param environment the one that was chosen, or null */
    static List<String> lines(List<RecordedCase> cases, @Nullable String environment) {
        Map<Place, Set<String>> classes = new LinkedHashMap<>();
        for (RecordedCase it : cases) {
            CaseOutcome outcome = it.outcome();
            SuiteOrigin origin = it.origin();
            String target = Objects.requireNonNullElse(outcome.target(), "");
            classes.computeIfAbsent(
                            new Place(origin.directory(), Environment.isLocal(target) ? "" : target),
                            same -> new LinkedHashSet<>())
                    .add(Objects.requireNonNullElse(origin.className(), ""));
        }
        return classes.entrySet().stream()
                .map(it -> line(it.getKey(), it.getValue(), environment))
                .distinct()
                .toList();
    }

    private static String line(Place place, Set<String> classes, @Nullable String environment) {
        StringBuilder line =
                new StringBuilder("cd ").append(quoted(place.directory())).append(" && mvn test");
        // A suite that no class names is found by whatever found it.
        if (!classes.contains("")) {
            line.append(" -Dtest=").append(quoted(String.join(",", classes)));
        }
        if (environment != null) {
            line.append(" -Dnaysayer.env=").append(quoted(environment));
        }
        if (!place.target().isEmpty()) {
            line.append(" -Dnaysayer.target=").append(quoted(place.target()));
        }
        return line.toString();
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
