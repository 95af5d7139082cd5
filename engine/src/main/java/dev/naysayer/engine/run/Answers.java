package dev.naysayer.engine.run;

import dev.naysayer.engine.rule.comparison.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came back of each case of a suite that could be judged, by name; a later answer takes the earlier one's place. */
final class Answers {

    private final Map<String, Answer> byCase = new LinkedHashMap<>();

    synchronized void keep(Answer answer) {
        byCase.put(answer.it().name(), answer);
    }

    /** Forgets one that shows nothing after all. */
    synchronized void drop(String caseName) {
        byCase.remove(caseName);
    }

    /** In the order in which they came. */
    synchronized List<Answer> all() {
        return List.copyOf(byCase.values());
    }
}
