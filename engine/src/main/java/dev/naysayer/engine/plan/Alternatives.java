package dev.naysayer.engine.plan;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.engine.credential.Presents;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The alternatives of one operation: what its controls present, and what its other cases do.
 *
 * <p>Each alternative is tried with the others left out, and of an alternative each credential is varied while the others stay good.
 */
final class Alternatives {

    private final Requirement requires;
    private final Map<String, CredentialDeclaration> credentials;

    /** @param credentials those of the suite, by name, in its order */
    Alternatives(Requirement requires, Map<String, CredentialDeclaration> credentials) {
        this.requires = requires;
        this.credentials = credentials;
    }

    /** One for each alternative. */
    List<Presents> ofControls() {
        return requires.alternatives().stream()
                .map(it -> it.isNothing()
                        ? Presents.nothing(credentials.values().iterator().next(), requires.name(it))
                        : of(it, it.credentials().get(0)))
                .toList();
    }

    /** One for each credential of each alternative; where nobody needs one, for each of the suite, alone. */
    List<Presents> varied() {
        if (requires.isPublic()) {
            return credentials.values().stream()
                    .map(it -> Presents.of(it, List.of(), "", credentials.size() > 1 ? it.name() : ""))
                    .toList();
        }
        return requires.alternatives().stream()
                .flatMap(it -> it.credentials().stream().map(name -> of(it, name)))
                .toList();
    }

    private Presents of(Requirement.Alternative alternative, String varied) {
        return Presents.of(
                declared(varied),
                alternative.beside(varied).stream().map(this::declared).toList(),
                requires.name(alternative),
                requires.name(alternative, varied));
    }

    private CredentialDeclaration declared(String name) {
        return Objects.requireNonNull(credentials.get(name), name);
    }
}
