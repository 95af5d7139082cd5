package dev.naysayer.engine.credential;

import dev.naysayer.dsl.OperationKind;
import java.util.Set;

/** The conditions that a suite can name together. */
@SuppressWarnings("ImmutableEnumChecker") // sets that nobody changes
public enum ConditionGroup {
    CARRIAGE("carriage", "How a credential travels"),
    JWT("jwt", "JWT access tokens"),
    STEP_UP("step-up", "How and when the user logged in"),
    OPAQUE("opaque", "Tokens whose text means nothing"),
    API_KEY("api-key", "API keys"),
    BASIC("basic", "User name and password"),
    DIGEST("digest", "Answers to Digest challenges"),
    SESSION("session", "Sessions in cookies"),
    CSRF("csrf", "Tokens against forged requests"),
    CLIENT(
            "client",
            "Clients at an authorization server",
            OperationKind.TOKEN_ENDPOINT,
            OperationKind.INTROSPECTION_ENDPOINT,
            OperationKind.REVOCATION_ENDPOINT),
    TOKEN_ENDPOINT("token-endpoint", "Requests for a token", OperationKind.TOKEN_ENDPOINT),
    INTROSPECTION("introspection", "Questions about a token", OperationKind.INTROSPECTION_ENDPOINT),
    REVOCATION("revocation", "Tokens that are taken back", OperationKind.REVOCATION_ENDPOINT);

    private final String yaml;
    private final String title;
    private final Set<OperationKind> kinds;

    ConditionGroup(String yaml, String title, OperationKind... kinds) {
        this.yaml = yaml;
        this.title = title;
        this.kinds = kinds.length == 0 ? Set.of(OperationKind.RESOURCE) : Set.of(kinds);
    }

    /** Whether it is about operations of that kind. */
    public boolean isAbout(OperationKind kind) {
        return kinds.contains(kind);
    }

    /** Whether it is about an authorization server, and the answer's body says what is wrong (RFC 6749 section 5.2). */
    public boolean isOfEndpoint() {
        return !isAbout(OperationKind.RESOURCE);
    }

    /** The group's name in YAML. */
    public String yaml() {
        return yaml;
    }

    /** The group's heading, for readers. */
    public String title() {
        return title;
    }
}
