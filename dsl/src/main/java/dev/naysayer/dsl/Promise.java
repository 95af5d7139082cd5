package dev.naysayer.dsl;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of an answer. Each part that is null is left to a place farther away, and in the end to the standards.
 *
 * @param statuses the statuses that are right
 * @param errors the error codes that are right, with {@link Expectation#NO_ERROR} for none
 * @param schema the JSON Schema that the body must match
 * @param mediaType the media type that the body must have
 */
public record Promise(
        @Nullable Declared<Statuses> statuses,
        @Nullable Declared<List<String>> errors,
        @Nullable Declared<BodySchema> schema,
        @Nullable Declared<String> mediaType) {

    /** Nothing is declared. */
    public static final Promise NONE = new Promise(null, null, null, null);

    /** All together: of each part the word of the first that says something of it. */
    public static Promise of(Stream<Promise> nearestFirst) {
        return nearestFirst.reduce(NONE, Promise::or);
    }

    /** The same, with another's word where it is silent itself. */
    Promise or(Promise farther) {
        return new Promise(
                Declared.or(statuses, farther.statuses),
                Declared.or(errors, farther.errors),
                Declared.or(schema, farther.schema),
                Declared.or(mediaType, farther.mediaType));
    }

    /** The same, declared by a profile. */
    Promise by(String profile) {
        return new Promise(
                Declared.byProfile(statuses, profile),
                Declared.byProfile(errors, profile),
                Declared.byProfile(schema, profile),
                Declared.byProfile(mediaType, profile));
    }

    /** What it says of how a refusal looks, whatever its cause. */
    public Promise ofAnyCause() {
        return new Promise(null, null, schema, mediaType);
    }

    /**
     * What is right, where nothing is declared as the condition says.
     *
     * <p>Problem: among many conditions there are some that an API may let in. Choice: what is said of many says how they are
     * refused, and lets in too where it says so; that they must not be let in is said of one.
     */
    public Expectation expectation(Expectation byDefault) {
        return new Expectation(
                statuses == null ? byDefault.statuses() : right(statuses, byDefault.statuses()),
                errors == null ? byDefault.errors() : errors.value());
    }

    private static Statuses right(Declared<Statuses> declared, Statuses byDefault) {
        Statuses said = declared.value();
        return declared.forMany() && byDefault.accepted() && !said.accepted()
                ? new Statuses(true, said.refusals())
                : said;
    }

    /** Whether it is declared whether the credential may get through. */
    public boolean saysWhetherLetIn() {
        return statuses != null && (!statuses.forMany() || statuses.value().accepted());
    }
}
