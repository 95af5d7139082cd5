package dev.naysayer.engine.rule.remedy;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One thing to put right, for which several rules ask.
 *
 * @param id kebab-case; {@code docs/FIXES.md} has a section of this name
 * @param title one plain sentence that says what to do, without a full stop
 * @param rules the ids of the rules that are kept once it is done
 * @param ways how it is done, in each framework
 */
public record Remedy(String id, String title, List<String> rules, Map<Framework, Way> ways) {

    public Remedy {
        rules = List.copyOf(rules);
        ways = Map.copyOf(ways);
    }

    /**
     * How it is done in one framework.
     *
     * @param steps one to three sentences or so each: what does it, what happens without it, or that there is nothing to set
     * @param sources where that is said
     */
    public record Way(List<String> steps, List<URI> sources) {

        public Way {
            steps = List.copyOf(steps);
            sources = List.copyOf(sources);
        }
    }
}
