package dev.naysayer.engine.run;

import dev.naysayer.engine.run.Step.Phase;
import dev.naysayer.engine.run.Step.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which step may be begun next, so that outcomes do not depend on how many are under way.
 *
 * <p>The lowest one goes first. Within an operation the control comes first, what nobody gets second, the control behind the refusals
 * last. What is to be alone waits for all before it, and all behind it wait. Not thread-safe: its owner guards it.
 */
final class Schedule {

    private final int parallelism;
    private int most;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int firstOpen;
    private int underWay;
    private int again;
    private int kept;
    private int limit;
    private int since;

    /** @param parallelism how many steps may be under way at once */
    Schedule(int parallelism) {
        this.parallelism = parallelism;
        this.most = parallelism;
        this.limit = parallelism;
    }

    /** At how many operations steps may be under way or wait for each other: each has answers that others are judged beside. */
    static int operations(int parallelism) {
        return Math.max(8, 2 * parallelism);
    }

    /** So many outcomes may wait for somebody to ask for them. */
    private int window() {
        return Math.max(32, 4 * parallelism);
    }

    /** As they are planned, but what nobody gets, of each credential, before what is judged beside it. */
    static List<Step> inOrder(List<Step> planned) {
        Map<String, List<Step>> nobody = planned.stream()
                .filter(step -> step.phase() == Phase.NOBODY)
                .collect(Collectors.groupingBy(Step::operation));
        Map<String, Step> order = new LinkedHashMap<>();
        for (Step step : planned) {
            if (step.phase() != Phase.CONTROL) {
                nobody.getOrDefault(step.operation(), List.of())
                        .forEach(first -> order.putIfAbsent(first.name(), first));
            }
            order.putIfAbsent(step.name(), step);
        }
        return List.copyOf(order.values());
    }

    void add(Step step) {
        places.put(step.name(), steps.size());
        steps.add(step);
    }

    /** The step of this name that was added last; null where there is none. */
    @Nullable
    Step named(String name) {
        Integer place = places.get(name);
        return place == null ? null : steps.get(place);
    }

    /**
     * The next step that may be begun; null where none may before another ends.
     *
     * @param asked the step that somebody waits for, or null
     * @param several whether more than one may be under way
     */
    @Nullable
    Step next(@Nullable Step asked, boolean several) {
        if (underWay >= (several ? limit : 1)) {
            return null;
        }
        if (again > 0) {
            // In the order of the plan, since what comes in vain in a row is counted.
            return underWay > 0 ? null : steps.get(firstOpen);
        }
        int place = asked == null ? -1 : places.getOrDefault(asked.name(), -1);
        Map<String, Phase> open = new HashMap<>();
        for (int i = firstOpen; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.state() == State.DONE) {
                continue;
            }
            // What came in vain is alone in earnest: else it might come in vain beside others again.
            if (step.isAlone() || step.isAgain()) {
                return open.isEmpty() && step.state() == State.WAITING ? step : null;
            }
            Phase lowest = open.putIfAbsent(step.operation(), step.phase());
            if (open.size() > operations(parallelism)) {
                return null;
            }
            boolean turn = lowest == null || lowest == step.phase();
            if (step.state() == State.WAITING && turn) {
                return i <= place || kept + underWay < window() ? step : null;
            }
        }
        return null;
    }

    void begin(Step step) {
        if (step.state() == State.AGAIN) {
            again--;
        }
        step.state(State.UNDER_WAY);
        underWay++;
    }

    void done(Step step, Object outcome) {
        underWay--;
        step.state(State.DONE);
        if (step.isWanted()) {
            step.outcome(outcome);
            kept++;
        }
        while (firstOpen < steps.size() && steps.get(firstOpen).state() == State.DONE) {
            firstOpen++;
        }
        // As many good ones as are under way at once make room for one more.
        since++;
        if (since >= limit && limit < most) {
            since = 0;
            limit++;
        }
    }

    /** It has to be done alone. */
    void again(Step step) {
        underWay--;
        again++;
        step.state(State.AGAIN);
    }

    /** Alone it came to something, so fewer are to be under way at once. */
    void fewer() {
        since = 0;
        limit = Math.max(1, limit / 2);
    }

    /** From now on one after the other. */
    void oneByOne() {
        most = 1;
        limit = 1;
    }

    /** Somebody takes the outcome. */
    @Nullable
    Object handOver(Step step) {
        kept--;
        return step.handOver();
    }
}
