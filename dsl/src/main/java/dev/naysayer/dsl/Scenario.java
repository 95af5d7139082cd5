package dev.naysayer.dsl;

/**
 * A condition with what the suite expects of it.
 *
 * @param at where the suite names it
 * @param condition the condition's name, {@code expired-token}
 * @param promise what the suite says of this condition
 * @param group what it says of the groups that name the condition
 * @param profile what its profiles say of the condition
 */
public record Scenario(Position at, String condition, Promise promise, Promise group, Promise profile) {

    /** One of which a suite says just this, and its profiles nothing. */
    public Scenario(Position at, String condition, Promise promise) {
        this(at, condition, promise, Promise.NONE, Promise.NONE);
    }

    /** One of the suite's own conditions, which says this wherever it is tried. */
    Scenario of(OwnCondition own) {
        return new Scenario(at, condition, promise.or(own.promise()), group, profile);
    }

    /** The same, in groups of which this is said. */
    public Scenario inGroup(Promise said) {
        return new Scenario(at, condition, promise, said, profile);
    }

    /** The same under profiles that say this. */
    public Scenario under(Promise said) {
        return new Scenario(at, condition, promise, group, said);
    }
}
