package dev.naysayer.dsl.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * Ends the reading of YAML that costs more than it should: the composer behind this one is recursive, merges a mapping with
 * itself without end, copies a mapping into each that merges it, and sets no limit of its own.
 */
final class BoundedParser implements Parser {

    private static final int DEEPEST = 100;
    private static final int MOST_MERGES = 100;
    private static final int MOST_ALIASES_BEHIND_MERGE = 1_000;

    /** With the place of what is too much. */
    static final class Refused extends YamlEngineException {

        private static final long serialVersionUID = 1;

        final transient Optional<Mark> at;
        final String nextStep;

        Refused(Optional<Mark> at, String message, String nextStep) {
            super(message);
            this.at = at;
            this.nextStep = nextStep;
        }
    }

    private final Parser events;
    private final Deque<Optional<Anchor>> open = new ArrayDeque<>();
    private int merges;
    private int aliasesBehindMerge;

    BoundedParser(Parser events) {
        this.events = events;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return events.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public Event next() {
        Event event = events.next();
        if (event instanceof CollectionStartEvent start) {
            open.push(start.getAnchor());
            refuseIf(
                    open.size() > DEEPEST,
                    event,
                    "the file is nested too deeply",
                    "look for brackets that are never closed");
        } else if (event instanceof CollectionEndEvent) {
            open.pop();
        } else if (event instanceof AliasEvent alias) {
            refuseIf(
                    open.contains(Optional.of(alias.getAlias())),
                    event,
                    "an alias refers to what contains it",
                    "write out what is meant in its place");
            aliasesBehindMerge += merges > 0 ? 1 : 0;
        } else if (event instanceof ScalarEvent scalar
                && scalar.getValue().equals("<<")
                && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            merges++;
        }
        refuseIf(
                merges > MOST_MERGES || aliasesBehindMerge > MOST_ALIASES_BEHIND_MERGE,
                event,
                "the file merges more than %d times, or has more than %d aliases behind a merge"
                        .formatted(MOST_MERGES, MOST_ALIASES_BEHIND_MERGE),
                "write out what is meant in place of '<<'");
        return event;
    }

    private static void refuseIf(boolean much, Event event, String message, String nextStep) {
        if (much) {
            throw new Refused(event.getStartMark(), message, nextStep);
        }
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }
}
