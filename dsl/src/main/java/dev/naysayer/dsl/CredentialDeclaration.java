package dev.naysayer.dsl;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one of a suite's credentials travels and where good ones come from.
 *
 * @param name what the suite calls it
 * @param scheme the scheme, {@code bearer}, with its own keys
 * @param sources the token sources, in the order in which they are to be asked; at least one
 * @param subject whose it is, or null where it is the suite's own
 * @param refusals what the refusals of a request have in common in which this one is wrong
 */
public record CredentialDeclaration(
        String name,
        NamedSettings scheme,
        List<NamedSettings> sources,
        @Nullable String subject,
        Refusals refusals) {

    public CredentialDeclaration {
        sources = List.copyOf(sources);
    }

    /** The suite's own, of which nothing is said but where it comes from. */
    public CredentialDeclaration(String name, NamedSettings scheme, List<NamedSettings> sources) {
        this(name, scheme, sources, null, Refusals.UNDECLARED);
    }

    /** One that is called as its scheme is. */
    public CredentialDeclaration(NamedSettings scheme, List<NamedSettings> sources) {
        this(scheme.name(), scheme, sources);
    }

    /** Whose passwords or secrets its sources show, where they say so by themselves. */
    public Stream<String> accounts() {
        return sources.stream()
                .flatMap(source -> Stream.of("user", "client-id").map(source::text))
                .filter(Objects::nonNull);
    }

    /** Whether one of its sources shows the password of this account, or logs in by what has its name in it. */
    public boolean shows(String account) {
        return accounts().anyMatch(account::equals)
                || sources.stream()
                        .flatMap(it -> it.settings().values().stream())
                        .anyMatch(it -> it.value().reveal().contains("\"" + account + "\""));
    }
}
