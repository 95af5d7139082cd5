package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A comparison of operations with each other, whose answers may lie on several machines.
 *
 * <p>Problem: of a suite that is run in shards each sees some operations only, and says nothing of how these differ from others.
 * Choice: such a comparison judges looks and not answers, so that those of all shards can be put together.
 */
public interface AcrossOperations extends Comparison {

    /** What is right. */
    String expected();

    /** Why there is nothing to say where no two answers can be compared. */
    String nothing();

    /** How the answers look, one by one. */
    List<Look> looks(List<Answer> answers);

    @Override
    default Verdict judge(List<Answer> answers) {
        return judgeLooks(looks(answers));
    }

    /** What looks say together, of whatever shards they are. */
    default Verdict judgeLooks(List<Look> looks) {
        List<Look> all = Look.together(looks);
        Map<String, Integer> counts =
                all.stream().collect(Collectors.groupingBy(Look::subject, Collectors.summingInt(Look::count)));
        List<Look> comparable = all.stream()
                .filter(it -> counts.getOrDefault(it.subject(), 0) > 1)
                .toList();
        return comparable.isEmpty()
                ? Verdict.notApplicable(nothing())
                : Differing.verdict(expected(), Differing.lines(comparable));
    }
}
