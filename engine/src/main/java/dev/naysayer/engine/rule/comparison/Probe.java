package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Suite;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A kind of request that no case of a suite sends: a suite has to allow it. */
public enum Probe {
    /** A refused request once more. */
    AGAIN,
    /** HEAD where the suite has GET. */
    HEAD,
    /** A path below an operation's, at which there is nothing, without a credential. */
    UNKNOWN_PATH,
    /** A method that no operation has on its path, without a credential. */
    UNKNOWN_METHOD,
    /** A good token with just the scope that a challenge asks for. */
    CHALLENGED_SCOPE,
    /** A good token of just the login that a challenge asks for. */
    CHALLENGED_STEP_UP,
    /** The metadata that a challenge names, at the API's own origin, without a credential. */
    RESOURCE_METADATA,
    /** The id of a session that a good credential opened, alone. */
    SESSION_ID,
    /** A good credential for a page of an origin that nobody has. */
    FOREIGN_ORIGIN,
    /** Of a GraphQL API what schema it has, without a credential. */
    GRAPHQL_INTROSPECTION,
    /** The same document with a field that does not exist, without a credential. */
    GRAPHQL_UNKNOWN_FIELD,
    /** The same document with its first field twice, without a credential. */
    GRAPHQL_ALIASES,
    /** The same document twice in one body, without a credential. */
    GRAPHQL_BATCH,
    /** The same document by GET in the place of POST, or the other way, without a credential. */
    GRAPHQL_OTHER_METHOD,
    /** The hash of the document in the document's place, without a credential. */
    GRAPHQL_PERSISTED,
    /** A mutation by GET in the place of POST, with the good credential. */
    MUTATION_BY_GET,
    /** A mutation as {@code text/plain} of a page of another site, with the good credential. */
    MUTATION_AS_TEXT,
    /** Passwords that are tried one after the other, as {@code limits} says. */
    LIMITS,
    /** The resource that an operation's {@code absent} names. */
    ABSENT,
    /** What a browser asks first for a page of another origin (Fetch, CORS-preflight fetch), without a credential. */
    PREFLIGHT,
    /** What a case asks, for a page of an origin that the suite names. */
    ORIGIN,
    /** What a control asks, for a page of an origin that nobody has. */
    UNKNOWN_ORIGIN,
    /** What a control asks, for a page whose origin its browser does not tell. */
    NULL_ORIGIN,
    /** What a case without credential asks, for a page of the API's own origin. */
    PAGE,
    /** A request of a log-in, which a token source has sent. */
    LOGIN,
    /** What ends such a log-in, which the source has sent, too. */
    LOGOUT;

    private static final Set<Probe> OF_SOURCES = EnumSet.of(LOGIN, LOGOUT);

    private static final Set<Probe> OF_BROWSERS = EnumSet.of(PREFLIGHT, ORIGIN, UNKNOWN_ORIGIN, NULL_ORIGIN);

    /** As a suite writes it under {@code probes}. */
    public String yaml() {
        if (isMutation()) {
            return "graphql-mutations";
        }
        return isGraphqlForm()
                ? "graphql-forms"
                : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it asks a GraphQL API for something in another form: a suite allows all of these by one word. */
    boolean isGraphqlForm() {
        return name().startsWith("GRAPHQL_");
    }

    /** Whether it asks for a mutation of a GraphQL API once more, in a form in which it must not be done. */
    boolean isMutation() {
        return name().startsWith("MUTATION_");
    }

    /**
     * Those that a suite allows by name; others it allows by naming what is not there, pages that call the API, whose account may be
     * locked, a log-in, or a rule.
     */
    public static Set<String> names() {
        return Arrays.stream(values())
                .filter(probe -> probe != ABSENT && probe != PAGE && probe != LIMITS)
                .filter(probe -> !probe.isOfBrowsers() && !OF_SOURCES.contains(probe))
                .map(Probe::yaml)
                .collect(Collectors.toSet());
    }

    /** Whether it is asked as a browser asks for a page of another origin. */
    boolean isOfBrowsers() {
        return OF_BROWSERS.contains(this);
    }

    /** Whether the suite allows it. */
    public boolean isAllowedBy(Suite suite) {
        if (isOfBrowsers()) {
            return suite.browsers() != null;
        }
        if (this == LIMITS) {
            return suite.limits() != null;
        }
        // Whoever is judged by the rule has chosen its profile.
        return this == ABSENT || this == PAGE || suite.probes().contains(yaml());
    }
}
