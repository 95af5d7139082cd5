package dev.naysayer.engine.credential;

import dev.naysayer.dsl.ConditionNames;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Form;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.RuleVocabulary;
import dev.naysayer.dsl.SchemeForm;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Vocabulary;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.jwt.ReadToken;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.credential.source.TokenSources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One suite's credentials: from blueprint to what goes onto the wire. */
public final class Credentials {

    private final NamedSettings declaration;
    private final AuthScheme scheme;
    private final TokenDesk desk;
    private final SourceContext context;

    private Credentials(NamedSettings declaration, AuthScheme scheme, TokenDesk desk, SourceContext context) {
        this.declaration = declaration;
        this.scheme = scheme;
        this.desk = desk;
        this.context = context;
    }

    /**
     * Makes a suite's credentials ready, without touching the network.
     *
     * @throws UnusableSource if the scheme or a token source cannot work with what the suite gives it
     */
    public static Credentials open(CredentialDeclaration declaration, SourceContext context) throws UnusableSource {
        AuthScheme scheme = AuthSchemes.named(declaration.scheme().name());
        scheme.check(declaration.scheme());
        List<TokenSupply> supplies = new ArrayList<>();
        for (NamedSettings source : declaration.sources()) {
            supplies.add(TokenSources.named(source.name()).open(source, context));
        }
        return new Credentials(declaration.scheme(), scheme, new TokenDesk(supplies, context), context);
    }

    /** Whether one of the sources signs with the key of the tests' own issuer. */
    public static boolean wantIssuer(CredentialDeclaration declaration) {
        return declaration.sources().stream()
                .anyMatch(source -> TokenSources.named(source.name()).wantsIssuer(source));
    }

    /** Whether one of the sources may have to wait until it can make such a credential. */
    public static boolean waitsFor(CredentialDeclaration declaration, CredentialCondition condition) {
        return declaration.sources().stream()
                .anyMatch(source -> TokenSources.named(source.name()).waitsFor(condition.need()));
    }

    /** Whether the suite itself gives the credential of a condition: then it makes sense, whatever the scheme and the operation. */
    public static boolean isGiven(CredentialDeclaration declaration, CredentialCondition condition) {
        return declaration.sources().stream()
                .anyMatch(source -> TokenSources.named(source.name())
                        .isGiven(source, condition.info().name()));
    }

    /** Whether a good token comes from a source that lets its scopes be chosen. */
    public static boolean choosesScopes(CredentialDeclaration declaration) {
        return declaration.sources().stream()
                .limit(1)
                .anyMatch(source -> TokenSources.named(source.name()).choosesScopes());
    }

    /** The names that suites may use. */
    public static Vocabulary vocabulary() {
        return new Vocabulary(
                CredentialConditions.ALL.stream()
                        .map(condition -> condition.info().name())
                        .collect(Collectors.toUnmodifiableSet()),
                Arrays.stream(ConditionGroup.values())
                        .collect(Collectors.toMap(
                                ConditionGroup::yaml,
                                group -> new ConditionNames(
                                        names(group, info -> info.core() && info.safe()),
                                        names(group, ConditionInfo::safe),
                                        names(group, info -> true)))),
                CredentialConditions.CONTROL.info().name(),
                AuthSchemes.ALL.stream().collect(Collectors.toMap(AuthScheme::name, Credentials::form)),
                RuleVocabulary.NONE);
    }

    private static List<String> names(ConditionGroup group, Predicate<ConditionInfo> chosen) {
        return CredentialConditions.ALL.stream()
                .map(CredentialCondition::info)
                .filter(info -> info.group() == group && chosen.test(info))
                .map(ConditionInfo::name)
                .toList();
    }

    private static SchemeForm form(AuthScheme scheme) {
        Set<Trait> traits = scheme.traits(new NamedSettings(new Position("", 1, 1), scheme.name(), Map.of()));
        Map<String, Form> sources = TokenSources.ALL.stream()
                .filter(source -> source.serves(traits))
                .collect(Collectors.toMap(TokenSource::name, TokenSource::form));
        return new SchemeForm(
                scheme.form(), sources, settings -> fault(scheme, settings), settings -> place(scheme, settings));
    }

    /** Nobody knows it yet where a command has to say it. */
    private static Optional<String> place(AuthScheme scheme, NamedSettings settings) {
        return fault(scheme, settings).isPresent()
                ? Optional.empty()
                : Optional.of(scheme.present(settings, new Secret("")).where());
    }

    /** As far as it shows before anything runs. */
    private static Optional<SchemeForm.Fault> fault(AuthScheme scheme, NamedSettings settings) {
        try {
            if (settings.name().equals(scheme.name())) {
                scheme.check(settings);
            } else {
                TokenSources.named(settings.name()).open(settings, SourceContext.UNCONNECTED);
            }
            return Optional.empty();
        } catch (UnusableSource e) {
            return Optional.of(new SchemeForm.Fault(e.at(), String.valueOf(e.getMessage()), e.nextStep()));
        }
    }

    /** Makes the credential that a blueprint describes. */
    public Presented present(Blueprint blueprint) {
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
            return new Presented.Unobtainable(String.valueOf(e.getMessage()));
        } catch (SourceFailed e) {
            return new Presented.Failed(String.valueOf(e.getMessage()));
        }
    }

    /**
     * What may be shown of the token that a blueprint asks for: of a JWT its header and claims, without the signature and what is
     * personal. Empty for what is no token of its own, or is a secret as a whole.
     */
    public Optional<String> shown(Blueprint blueprint) {
        if (!scheme.traits(declaration).contains(Trait.BEARER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReadToken.words(desk.token(blueprint).reveal()));
        } catch (NotObtainable | SourceFailed e) {
            return Optional.empty();
        }
    }

    /** The same of what is presented, however it was changed; empty where no JWT is in it. */
    public Optional<String> shown(Credential presented) {
        return scheme.traits(declaration).contains(Trait.BEARER)
                ? Stream.concat(presented.secrets().stream(), presented.madeUp().stream())
                        .flatMap(secret -> ReadToken.ofJwt(secret.reveal()).stream())
                        .findFirst()
                : Optional.empty();
    }
}
