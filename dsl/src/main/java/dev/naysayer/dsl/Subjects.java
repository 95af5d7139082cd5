package dev.naysayer.dsl;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and what becomes of it.
 *
 * @param all in the suite's order
 * @param allowed the names of those who may, or {@link #OWNER}, by the name of an operation at which it matters who asks; all others
 *     are denied
 * @param denied what the suite says of the answer to those who may not
 */
public record Subjects(List<Subject> all, Map<String, List<String>> allowed, Scenario denied) {

    /** What the answer to somebody who may not is called where a suite speaks of it. */
    public static final String DENIED = "denied";

    /** What the answer to somebody who may not is called, where the object that they ask for is another's. */
    public static final String FOREIGN = "foreign";

    /** Whoever the object belongs to that is asked for. */
    public static final String OWNER = "owner";

    /** Of a suite in which it does not matter who asks. */
    public static final Subjects NONE =
            new Subjects(List.of(), Map.of(), new Scenario(new Position("", 1, 1), DENIED, Promise.NONE));

    public Subjects {
        all = List.copyOf(all);
        allowed = Map.copyOf(allowed);
    }

    /** Whether somebody may do this, to the object that the operation's path leads to. */
    public boolean allows(Subject subject, Operation operation) {
        return allowed(operation).contains(subject.name())
                || (allowed(operation).contains(OWNER)
                        && subject.name().equals(operation.objects().owner()));
    }

    /** The operation on the object of the first who may; on that of the first owner where the first who may owns none. */
    public Operation atHome(Operation operation) {
        Subject first = firstAllowed(operation);
        return first != null && operation.objects().of(first.name()).isPresent()
                ? operation.onObjectOf(first.name())
                : operation;
    }

    /** Whose credential is good for an operation; null where it is the suite's own. */
    public @Nullable Subject firstAllowed(Operation operation) {
        return allowed(operation).stream()
                .flatMap(name -> name.equals(OWNER) ? operation.objects().owners().stream() : Stream.of(name))
                .flatMap(name -> all.stream().filter(it -> it.name().equals(name)))
                .filter(it -> it.canAsk(operation.requires()))
                .findFirst()
                .orElse(null);
    }

    private List<String> allowed(Operation operation) {
        return allowed.getOrDefault(operation.name(), List.of());
    }
}
