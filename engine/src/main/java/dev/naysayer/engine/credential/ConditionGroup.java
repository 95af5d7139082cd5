package dev.naysayer.engine.credential;

/** The conditions that a suite can name together. */
public enum ConditionGroup {
    CARRIAGE("carriage", "How a credential travels"),
    JWT("jwt", "JWT access tokens"),
    STEP_UP("step-up", "How and when the user logged in"),
    OPAQUE("opaque", "Tokens whose text means nothing"),
    API_KEY("api-key", "API keys"),
    BASIC("basic", "User name and password"),
    DIGEST("digest", "Answers to Digest challenges"),
    SESSION("session", "Sessions in cookies"),
    CSRF("csrf", "Tokens against forged requests");

    private final String yaml;
    private final String title;

    ConditionGroup(String yaml, String title) {
        this.yaml = yaml;
        this.title = title;
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
