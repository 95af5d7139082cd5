package dev.naysayer.dsl;

import java.util.List;

/**
 * Somebody who has good credentials of their own.
 *
 * @param at where the suite names them
 * @param name what the suite calls them
 * @param credentials theirs, in the place of the suite's of these names; at least one
 */
public record Subject(Position at, String name, List<CredentialDeclaration> credentials) {

    public Subject {
        credentials = List.copyOf(credentials);
    }

    /** Whether they have any of the credentials that an operation asks for. */
    public boolean canAsk(Requirement requires) {
        return credentials.stream().anyMatch(it -> requires.credentials().anyMatch(it.name()::equals));
    }
}
