package dev.naysayer.dsl.format;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.NamedSettings;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names a suite may use: given to the reader, because the things themselves live to the right of it.
 *
 * @param conditions what may stand under {@code scenarios}
 * @param groups what may stand there for several conditions, by group name
 * @param control the condition of the good credential, which every operation has without naming it
 * @param schemes per scheme name, its own keys and its token sources
 * @param rules what may be said of rules
 */
public record Vocabulary(
        Set<String> conditions,
        Map<String, ConditionNames> groups,
        String control,
        Map<String, SchemeForm> schemes,
        RuleVocabulary rules) {

    /** Where a credential of one of the schemes travels; empty where that is not known yet. */
    public Optional<String> place(CredentialDeclaration credential) {
        NamedSettings scheme = credential.scheme();
        return Objects.requireNonNull(schemes.get(scheme.name())).place().of(scheme);
    }

    /** Whether it travels in the form that is an operation's body. */
    public boolean isInForm(CredentialDeclaration credential) {
        return place(credential).filter(it -> it.startsWith(SchemeForm.IN_FORM)).isPresent();
    }

    /** Whether a credential proves nobody's identity and stands beside what does, at methods that are not safe. */
    public boolean guards(CredentialDeclaration credential) {
        return Objects.requireNonNull(schemes.get(credential.scheme().name())).guard();
    }

    /** Whether only endpoints of an authorization server take a credential (RFC 6749 section 2.3.1). */
    public boolean isOfClient(CredentialDeclaration credential) {
        return Objects.requireNonNull(schemes.get(credential.scheme().name())).client();
    }

    /** What may stand below the token source that has captured credentials by the names of conditions. */
    public Set<String> capturing() {
        return schemes.values().stream()
                .flatMap(it -> it.capturing().stream())
                .flatMap(it -> it.names().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same names, with conditions of a suite's own. */
    public Vocabulary naming(Set<String> own) {
        return own.isEmpty()
                ? this
                : new Vocabulary(
                        Stream.concat(conditions.stream(), own.stream()).collect(Collectors.toUnmodifiableSet()),
                        groups,
                        control,
                        schemes.entrySet().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, it -> it.getValue().capturing(own))),
                        rules);
    }

    /** The same names, with those of rules. */
    public Vocabulary with(RuleVocabulary others) {
        return new Vocabulary(conditions, groups, control, schemes, others);
    }
}
