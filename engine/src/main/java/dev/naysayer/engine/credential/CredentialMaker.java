package dev.naysayer.engine.credential;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.jwt.ReadToken;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.credential.source.TokenSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One of a suite's credentials: from blueprint to what goes onto the wire. */
final class CredentialMaker {

    private final NamedSettings declaration;
    private final AuthScheme scheme;
    private final TokenDesk desk;
    private final SourceContext context;

    private CredentialMaker(NamedSettings declaration, AuthScheme scheme, TokenDesk desk, SourceContext context) {
        this.declaration = declaration;
        this.scheme = scheme;
        this.desk = desk;
        this.context = context;
    }

    /** @throws UnusableSource if the scheme or a token source cannot work with what the suite gives it */
    static CredentialMaker open(CredentialDeclaration declaration, SourceContext context) throws UnusableSource {
        AuthScheme scheme = AuthSchemes.named(declaration.scheme().name());
        scheme.check(declaration.scheme());
        List<TokenSupply> supplies = new ArrayList<>();
        for (NamedSettings source : declaration.sources()) {
            scheme.check(declaration.scheme(), source);
            supplies.add(TokenSources.named(source.name()).open(source, context));
        }
        return new CredentialMaker(declaration.scheme(), scheme, new TokenDesk(supplies, context), context);
    }

    Presented present(Blueprint blueprint) {
        try {
            Secret token = desk.token(blueprint);
            Secret changed = blueprint.text() == TextChange.NONE
                    ? token
                    : new Secret(blueprint.text().apply(token.reveal()));
            Credential credential = blueprint.carriage().carry(scheme.present(declaration, changed));
            // A reader of the report has to see what was sent, and what nobody was given he may see.
            if (blueprint.need() == TokenNeed.Kind.NONE || blueprint.text().makesUp()) {
                return new Presented.Ready(credential.asMadeUp());
            }
            context.secrets().accept(changed);
            return new Presented.Ready(credential);
        } catch (NotObtainable e) {
            return new Presented.Unobtainable(e.because(), e.add());
        } catch (SourceFailed e) {
            return new Presented.Failed(String.valueOf(e.getMessage()), e.mover());
        }
    }

    List<Diagnosis> diagnoses(boolean gotThrough) {
        return desk.diagnoses(gotThrough);
    }

    List<LoginAnswer> logins() {
        return desk.logins();
    }

    /** How often its sources began anew. */
    int begun() {
        return desk.begun();
    }

    /** Has the source begin anew that gives the good token for these scopes; whether it can. */
    boolean beginAnew(List<String> scopes) {
        return desk.beginAnew(scopes);
    }

    /** What may be shown of the token that a blueprint asks for; empty for what is no token, or is a secret as a whole. */
    Optional<String> shown(Blueprint blueprint) {
        if (!isToken()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReadToken.words(desk.token(blueprint).reveal()));
        } catch (NotObtainable | SourceFailed e) {
            return Optional.empty();
        }
    }

    /** The same of what it made, however it was changed; empty where no JWT is in it. */
    Optional<String> shown(Credential made) {
        return isToken()
                ? Stream.concat(made.secrets().stream(), made.madeUp().stream())
                        .flatMap(secret -> ReadToken.ofJwt(secret.reveal()).stream())
                        .findFirst()
                : Optional.empty();
    }

    private boolean isToken() {
        return scheme.traits(declaration).contains(Trait.BEARER);
    }
}
