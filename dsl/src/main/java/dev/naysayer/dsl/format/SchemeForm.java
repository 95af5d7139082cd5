package dev.naysayer.dsl.format;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a suite may say of a scheme.
 *
 * @param settings the scheme's own keys
 * @param sources its token sources by name, with their keys
 * @param check what is asked about the scheme and each of its sources once all that it says could be read
 * @param place where a credential of the scheme travels
 * @param guard whether it proves nobody's identity and stands beside what does, at methods that are not safe (RFC 9110 section 9.2.1)
 * @param client whether only endpoints of an authorization server take it (RFC 6749 section 2.3.1)
 */
public record SchemeForm(
        Form settings, Map<String, Form> sources, Check check, Place place, boolean guard, boolean client) {

    /** One that proves who asks, whatever they ask for. */
    public SchemeForm(Form settings, Map<String, Form> sources, Check check, Place place) {
        this(settings, sources, check, place, false, false);
    }

    /** How the words begin of a place in the form that is an operation's body. */
    public static final String IN_FORM = "the form parameter ";

    /** The token source that has bad credentials by the names of conditions, too. */
    public static final String CAPTURED = "token";

    /** That source's keys; empty where the scheme has none of the kind. */
    Optional<Form> capturing() {
        return Optional.ofNullable(sources.get(CAPTURED));
    }

    /** The same scheme, to which credentials for these conditions may be given, too. */
    SchemeForm capturing(Set<String> conditions) {
        Map<String, Form> all = new HashMap<>(sources);
        all.computeIfPresent(CAPTURED, (name, form) -> {
            Form more = form;
            for (String condition : conditions) {
                more = more.with(Key.secret(condition, ""));
            }
            return more;
        });
        return new SchemeForm(settings, Map.copyOf(all), check, place, guard, client);
    }

    /** What only the scheme or the token source itself can say of its keys: whether they go together, whether a key is one. */
    public interface Check {

        /** What is wrong, if anything is. */
        Optional<Fault> of(NamedSettings settings);
    }

    /** Where a credential travels: two of one place cannot be sent together, and nothing else may stand there. */
    public interface Place {

        /** In words that are alike where the places are, but for upper and lower case; empty where it is not known yet. */
        Optional<String> of(NamedSettings scheme);
    }

    /**
     * Something wrong with what a scheme or a token source is given.
     *
     * @param at where it stands
     * @param message what is wrong, in one line, without quoting a value
     * @param nextStep what to change
     */
    public record Fault(Position at, String message, String nextStep) {}
}
