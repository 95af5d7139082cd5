package dev.naysayer.reports.drift;

import dev.naysayer.reports.model.Run;
import java.util.List;

/**
 * One of the two environments.
 *
 * @param name what it is called here
 * @param run the run that asked it
 * @param targets the base URLs that were asked
 * @param cases how many cases its record has
 */
public record DriftSide(String name, Run run, List<String> targets, int cases) {

    public DriftSide {
        targets = List.copyOf(targets);
    }
}
