package dev.naysayer.dsl;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of an answer. Each part that is null is left to a place farther away, and in the end to the standards.
 *
 * @param statuses the statuses that are right
 * @param errors the error codes that are right, with {@link Expectation#NO_ERROR} for none
 * @param schema the JSON Schema that the body must match
 * @param mediaType the media type that the body must have
 * @param challenge what the auth-scheme of the challenge and its parameters must be, by their names in lower case, or {@link
 *     #WHOLE_CHALLENGE}
 * @param headers what headers must be, by their names without regard to case
 * @param members what members of the body must be, by JSON Pointer (RFC 6901)
 */
public record Promise(
        @Nullable Declared<Statuses> statuses,
        @Nullable Declared<List<String>> errors,
        @Nullable Declared<BodySchema> schema,
        @Nullable Declared<String> mediaType,
        Map<String, Declared<Match>> challenge,
        Map<String, Declared<Match>> headers,
        Map<String, Declared<Match>> members) {

    /** Among {@link #challenge}: whether there is one at all. No parameter has such a name. */
    public static final String WHOLE_CHALLENGE = "";

    /** Nothing is declared. */
    public static final Promise NONE = new Promise(null, null, null, null);

    /** One that says nothing of challenge, headers and members. */
    public Promise(
            @Nullable Declared<Statuses> statuses,
            @Nullable Declared<List<String>> errors,
            @Nullable Declared<BodySchema> schema,
            @Nullable Declared<String> mediaType) {
        this(statuses, errors, schema, mediaType, Map.of(), Map.of(), Map.of());
    }

    /** All together: of each part the word of the first that says something of it. */
    public static Promise of(Stream<Promise> nearestFirst) {
        return nearestFirst.reduce(NONE, Promise::or);
    }

    public Promise {
        challenge = Collections.unmodifiableMap(challenge);
        headers = Collections.unmodifiableMap(headers);
        members = Collections.unmodifiableMap(members);
    }

    /** A plan has a promise for each case, and most are like others. */
    private boolean isSilent() {
        return statuses == null
                && errors == null
                && schema == null
                && mediaType == null
                && challenge.isEmpty()
                && headers.isEmpty()
                && members.isEmpty();
    }

    /** The same, with another's word where it is silent itself. */
    public Promise or(Promise farther) {
        if (isSilent() || farther.isSilent()) {
            return isSilent() ? farther : this;
        }
        return new Promise(
                Declared.or(statuses, farther.statuses),
                Declared.or(errors, farther.errors),
                Declared.or(schema, farther.schema),
                Declared.or(mediaType, farther.mediaType),
                saysWholeChallenge() || (farther.saysWholeChallenge() && !challenge.isEmpty())
                        ? challenge
                        : joined(challenge, farther.challenge, Comparator.naturalOrder()),
                joined(headers, farther.headers, String.CASE_INSENSITIVE_ORDER),
                joined(members, farther.members, Comparator.naturalOrder()));
    }

    /** That there is no challenge, and what its realm is, cannot both be meant. */
    private boolean saysWholeChallenge() {
        return challenge.containsKey(WHOLE_CHALLENGE);
    }

    /** In the order of names, since a message lists them. */
    private static Map<String, Declared<Match>> joined(
            Map<String, Declared<Match>> nearer, Map<String, Declared<Match>> farther, Comparator<String> order) {
        Map<String, Declared<Match>> all = new TreeMap<>(order);
        all.putAll(nearer);
        farther.forEach(all::putIfAbsent);
        return all;
    }

    /** The same, declared by a profile. */
    public Promise by(String profile) {
        return new Promise(
                Declared.byProfile(statuses, profile),
                Declared.byProfile(errors, profile),
                Declared.byProfile(schema, profile),
                Declared.byProfile(mediaType, profile),
                by(challenge, profile),
                by(headers, profile),
                by(members, profile));
    }

    private static Map<String, Declared<Match>> by(Map<String, Declared<Match>> said, String profile) {
        Map<String, Declared<Match>> all = new TreeMap<>();
        said.forEach((name, one) -> all.put(name, one.by(profile)));
        return all;
    }

    /** What it says of how a refusal looks, whatever its cause. */
    public Promise ofAnyCause() {
        return statuses == null && errors == null
                ? this
                : new Promise(null, null, schema, mediaType, challenge, headers, members);
    }

    /** What it says of how any answer looks, also one that speaks of no credential: neither status, code nor challenge. */
    public Promise ofAnyAnswer() {
        return new Promise(null, null, schema, mediaType, Map.of(), headers, members);
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
