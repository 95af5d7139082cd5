package dev.naysayer.engine.credential;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a suite's credentials a case presents.
 *
 * @param varied the one that its condition is about; of a control, the first of those that it presents, if it presents any
 * @param scheme how that one travels
 * @param beside those that stay good beside it
 * @param alternative what the alternative is called among those of the operation; empty where it has one
 * @param name what the varied one is called among those of the operation; empty where it has one
 * @param nothing whether nothing is presented, since nobody needs a credential
 */
public record Presents(
        CredentialDeclaration varied,
        AuthScheme scheme,
        List<CredentialDeclaration> beside,
        String alternative,
        String name,
        boolean nothing) {

    public Presents {
        beside = List.copyOf(beside);
    }

    /** The only one that an operation asks for. */
    public static Presents only(CredentialDeclaration varied) {
        return of(varied, List.of(), "", "");
    }

    /** One that is varied, and others that are not. */
    public static Presents of(
            CredentialDeclaration varied, List<CredentialDeclaration> beside, String alternative, String name) {
        return new Presents(varied, AuthSchemes.named(varied.scheme().name()), beside, alternative, name, false);
    }

    /** None of them, at an operation that is open without; {@code any} is one of the suite's. */
    public static Presents nothing(CredentialDeclaration any, String alternative) {
        return new Presents(any, AuthSchemes.named(any.scheme().name()), List.of(), alternative, "", true);
    }

    /** What the varied one's scheme is like. */
    public Set<Trait> traits() {
        return scheme.traits(varied.scheme());
    }

    /** Whether what guards against forged requests stands beside the varied one. */
    public boolean isGuarded() {
        return beside.stream()
                .anyMatch(it -> AuthSchemes.named(it.scheme().name()).guards());
    }

    /** Whose they are; null where all are the suite's own. */
    public @Nullable String subject() {
        return all().map(CredentialDeclaration::subject)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The varied one, then those beside it. */
    public Stream<CredentialDeclaration> all() {
        return nothing ? Stream.empty() : Stream.concat(Stream.of(varied), beside.stream());
    }
}
