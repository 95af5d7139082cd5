package dev.naysayer.reports.fleet;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.model.Counts;
import dev.naysayer.reports.model.Run;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One service by its last record.
 *
 * @param name what it is called here
 * @param place where its record lies
 * @param generator who wrote it
 * @param run the run that it is of
 * @param headline what came of it, in a sentence
 * @param worst what the worst case or comparison became; null where there is none
 * @param counts how many cases became what
 * @param targets the base URLs that were asked
 * @param rules what it makes of each rule that was judged
 * @param causes what there is to mend
 * @param covered how much of it is tested
 * @param waivers by which something passes
 * @param again how its suites are run again, a line each
 * @param past its runs in their order, this one last
 */
public record Service(
        String name,
        String place,
        String generator,
        Run run,
        String headline,
        @Nullable OutcomeKind worst,
        Counts counts,
        List<String> targets,
        SortedMap<String, ServiceRule> rules,
        List<ServiceCause> causes,
        Covered covered,
        List<ServiceWaiver> waivers,
        List<String> again,
        List<PastRun> past) {

    public Service {
        targets = List.copyOf(targets);
        causes = List.copyOf(causes);
        waivers = List.copyOf(waivers);
        again = List.copyOf(again);
        past = List.copyOf(past);
    }

    /**
     * One cause in one service.
     *
     * @param id the same in every record that shows it
     * @param kind what it makes of a case
     * @param summary the sentence of the rule that is broken, or why nothing could be judged
     * @param actual what was seen; null where no rule is broken
     * @param rule null where no rule is broken
     * @param level how binding it is; null where no rule is broken
     * @param count how many cases and comparisons show it
     */
    public record ServiceCause(
            String id,
            OutcomeKind kind,
            String summary,
            @Nullable String actual,
            @Nullable String rule,
            @Nullable String level,
            int count) {}
}
