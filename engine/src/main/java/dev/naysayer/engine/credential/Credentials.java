package dev.naysayer.engine.credential;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.ConditionNames;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.RuleVocabulary;
import dev.naysayer.dsl.format.SchemeForm;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.credential.source.TokenSources;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One suite's credentials: from blueprint to what goes onto the wire. */
public final class Credentials {

    /** For conditions that present nothing, whatever it is. */
    private static final Presentation ANY = new Presentation(Presentation.Place.HEADER, "X-Any", "", new Secret("any"));

    private static final Set<TokenNeed> OTHER_SESSIONS =
            Set.of(TokenNeed.Kind.REVOKED, TokenNeed.Kind.EXPIRED, TokenNeed.Kind.BEFORE_LOGIN);

    /** Whose a credential is, null of the suite, and what it is called: no two have both in common. */
    private record Owned(@Nullable String subject, String name) {

        static Owned of(CredentialDeclaration declaration) {
            return new Owned(declaration.subject(), declaration.name());
        }
    }

    private final Map<Owned, CredentialMaker> makers;

    private Credentials(Map<Owned, CredentialMaker> makers) {
        this.makers = makers;
    }

    /**
     * Makes a suite's credentials ready, without touching the network.
     *
     * @param declarations the suite's own and those of its subjects
     * @throws UnusableSource if a scheme or a token source cannot work with what the suite gives it
     */
    public static Credentials open(List<CredentialDeclaration> declarations, SourceContext context)
            throws UnusableSource {
        Map<Owned, CredentialMaker> makers = new HashMap<>();
        for (CredentialDeclaration declaration : declarations) {
            makers.put(Owned.of(declaration), CredentialMaker.open(declaration, context));
        }
        return new Credentials(Map.copyOf(makers));
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

    /** The servers that its sources speak to, as far as the suite names them. */
    public static List<URI> servers(CredentialDeclaration declaration) {
        return declaration.sources().stream()
                .flatMap(source -> TokenSources.named(source.name()).servers(source).stream())
                .toList();
    }

    /** How many requests to such servers one good credential takes at most, and what its sources know of them. */
    public static int mostRequests(CredentialDeclaration declaration) {
        return declaration.sources().stream()
                .mapToInt(source -> TokenSources.named(source.name()).mostRequests(source))
                .sum();
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

    /** Whether one of its sources can make a token of whatever login. */
    public static boolean choosesLogins(CredentialDeclaration declaration) {
        return declaration.sources().stream()
                .anyMatch(source -> TokenSources.named(source.name()).choosesLogins());
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
                scheme.form(),
                sources,
                settings -> fault(scheme, settings),
                settings -> place(scheme, settings),
                scheme.guards(),
                traits.contains(Trait.CLIENT));
    }

    /** Why a condition makes no sense for what is varied: it would stand where a good one does. Null where it would not. */
    public static @Nullable String displaced(Presents presents, CredentialCondition condition) {
        if (presents.beside().isEmpty() || place(presents.varied()).isEmpty()) {
            return null;
        }
        Credential carried = condition
                .applyTo(good(List.of()))
                .carriage()
                .carry(presents.scheme().present(presents.varied().scheme(), new Secret("sample")));
        Set<String> taken = carried.places();
        return presents.beside().stream()
                .filter(it -> place(it).filter(taken::contains).isPresent()
                        || (carried.content() != null && travelsInForm(it)))
                .findFirst()
                .map(it -> "it would stand where '%s' does, which stays good".formatted(it.name()))
                .orElse(null);
    }

    /** Whether a condition presents another session than the good one, beside a token against forged requests that is good in that one. */
    public static boolean partsSessionFromGuard(Presents presents, CredentialCondition condition) {
        return presents.isGuarded() && OTHER_SESSIONS.contains(condition.need());
    }

    /** Whether a condition leaves the good credential as it is, since the suite's own auth-scheme is the one that it takes. */
    public static boolean changesNothing(Presents presents, CredentialCondition condition) {
        if (!presents.traits().contains(Trait.API_KEY)
                || place(presents.varied()).isEmpty()) {
            return false;
        }
        Blueprint blueprint = condition.applyTo(good(List.of()));
        if (blueprint.need() != TokenNeed.Kind.GOOD || blueprint.text() != TextChange.NONE) {
            return false;
        }
        Presentation good = presents.scheme().present(presents.varied().scheme(), new Secret("sample"));
        Credential carried = blueprint.carriage().carry(good);
        return carried.equals(good.declared())
                || (!condition.info().positive() && carried.differsInCaseOnly(good.declared()));
    }

    /** Whether a condition presents nothing, as everybody may where nobody needs a credential. */
    public static boolean presentsNothing(CredentialCondition condition) {
        Blueprint blueprint = condition.applyTo(good(List.of()));
        return condition.info().reach() == Reach.NO_CREDENTIAL
                && blueprint.need() == TokenNeed.Kind.NONE
                && blueprint.carriage().carry(ANY).isNothing();
    }

    /** How a credential travels, with nothing in its place; empty where nobody knows it before a command says it. */
    public static Optional<Presentation> carriage(CredentialDeclaration declaration) {
        AuthScheme scheme = AuthSchemes.named(declaration.scheme().name());
        return fault(scheme, declaration.scheme()).isPresent()
                ? Optional.empty()
                : Optional.of(scheme.present(declaration.scheme(), new Secret("")));
    }

    private static boolean travelsInForm(CredentialDeclaration declaration) {
        return place(declaration)
                .filter(it -> it.startsWith(SchemeForm.IN_FORM))
                .isPresent();
    }

    private static Optional<String> place(CredentialDeclaration declaration) {
        return place(AuthSchemes.named(declaration.scheme().name()), declaration.scheme())
                .map(place -> place.toLowerCase(Locale.ROOT));
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

    /** Makes the credential that a blueprint describes, and the good ones that are presented beside it. */
    public Presented present(Presents presents, Blueprint blueprint) {
        Presented varied = maker(presents.varied()).present(blueprint);
        if (!(varied instanceof Presented.Ready ready) || presents.beside().isEmpty()) {
            return varied;
        }
        Credential together = ready.credential();
        for (CredentialDeclaration beside : presents.beside()) {
            Presented good = maker(beside)
                    .present(Blueprint.good(
                            CredentialConditions.CONTROL.info().name(), blueprint.scopes(), blueprint.login()));
            if (!(good instanceof Presented.Ready it)) {
                return good;
            }
            together = together.beside(it.credential());
        }
        return new Presented.Ready(together, ready.credential());
    }

    /** How often the sources of good credentials began anew, for {@link #beginAnew}. */
    public int begun(Presents presents) {
        return presents.all().mapToInt(it -> maker(it).begun()).sum();
    }

    /**
     * Has what an API refused made from a new beginning, as by another log-in.
     *
     * @param before how often that had been done when it was presented: another may have seen to it since
     * @return whether the next one is another one
     */
    public boolean beginAnew(Presents presents, List<String> scopes, int before) {
        synchronized (makers) {
            boolean anew = begun(presents) != before;
            for (CredentialDeclaration declaration :
                    anew ? List.<CredentialDeclaration>of() : presents.all().toList()) {
                anew |= maker(declaration).beginAnew(scopes);
            }
            return anew;
        }
    }

    /**
     * What may be shown of the tokens that are presented where nothing is wrong: of a JWT its header and claims, without the signature
     * and what is personal. Empty for what is no token of its own, or is a secret as a whole.
     */
    public Optional<String> shown(Presents presents, Blueprint blueprint) {
        return presents.all().flatMap(it -> maker(it).shown(blueprint).stream()).findFirst();
    }

    /** The same of what is varied, however it was changed; empty where no JWT is in it. */
    public Optional<String> shown(Presents presents, Presented.Ready presented) {
        return maker(presents.varied()).shown(presented.varied());
    }

    /**
     * What the sources of a credential know of whoever trusts their tokens or gives them.
     *
     * @param gotThrough whether it has got through
     */
    public List<Diagnosis> diagnoses(CredentialDeclaration declaration, boolean gotThrough) {
        return maker(declaration).diagnoses(gotThrough);
    }

    /** What answers to the log-ins and logouts that it took did to cookies so far. */
    public List<LoginAnswer> logins(CredentialDeclaration declaration) {
        return maker(declaration).logins();
    }

    private static Blueprint good(List<String> scopes) {
        return Blueprint.good(CredentialConditions.CONTROL.info().name(), scopes);
    }

    private CredentialMaker maker(CredentialDeclaration declaration) {
        return Objects.requireNonNull(makers.get(Owned.of(declaration)), declaration.name());
    }
}
