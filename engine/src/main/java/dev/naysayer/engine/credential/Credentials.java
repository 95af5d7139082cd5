package dev.naysayer.engine.credential;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Shape;
import dev.naysayer.dsl.SourceDeclaration;
import dev.naysayer.dsl.Vocabulary;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.credential.source.TokenSources;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** One suite's credentials: from blueprint to what goes onto the wire. */
public final class Credentials {

    private final AuthScheme scheme;
    private final TokenSupply supply;

    private Credentials(AuthScheme scheme, TokenSupply supply) {
        this.scheme = scheme;
        this.supply = supply;
    }

    /**
     * Makes a suite's credentials ready.
     *
     * @throws UnusableSource if a token source cannot work with what the suite gives it
     */
    public static Credentials open(CredentialDeclaration declaration, Clock clock) throws UnusableSource {
        SourceDeclaration source = declaration.sources().get(0);
        return new Credentials(
                AuthSchemes.named(declaration.scheme()),
                TokenSources.named(source.name()).open(source, clock));
    }

    /** The names that suites may use. */
    public static Vocabulary vocabulary() {
        Map<String, Shape> sources =
                TokenSources.ALL.stream().collect(Collectors.toMap(TokenSource::name, TokenSource::shape));
        return new Vocabulary(
                CredentialConditions.ALL.stream()
                        .map(condition -> condition.info().name())
                        .collect(Collectors.toUnmodifiableSet()),
                CredentialConditions.CONTROL.info().name(),
                AuthSchemes.ALL.stream().collect(Collectors.toMap(AuthScheme::name, scheme -> sources)));
    }

    /** What gets through an operation when nothing is wrong. */
    public Blueprint good(Operation operation) {
        return supply.good(operation);
    }

    /** Makes the credential that a blueprint describes. */
    public Credential present(Blueprint blueprint) {
        if (!blueprint.presented()) {
            return Credential.NONE;
        }
        Secret token = TokenForms.apply(blueprint.form(), supply.token(blueprint.claims()));
        return scheme.carry(token, blueprint);
    }
}
