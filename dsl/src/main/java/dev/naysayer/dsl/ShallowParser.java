package dev.naysayer.dsl;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Ends the reading of YAML that is nested too deeply: the composer behind it is recursive and sets no limit of its own. */
final class ShallowParser implements Parser {

    private static final int DEEPEST = 100;

    /** With the place of the bracket or the indentation that is one too many. */
    static final class TooDeep extends YamlEngineException {

        private static final long serialVersionUID = 1;

        final transient Optional<Mark> at;

        TooDeep(Optional<Mark> at) {
            super("nested too deeply");
            this.at = at;
        }
    }

    private final Parser events;
    private int depth;

    ShallowParser(Parser events) {
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
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
            throw new TooDeep(event.getStartMark());
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        return event;
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }
}
