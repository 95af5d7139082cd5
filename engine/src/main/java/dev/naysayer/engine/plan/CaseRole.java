package dev.naysayer.engine.plan;

/** What a case is there for. */
public enum CaseRole {
    /** The good credential, before all others of the operation: without it no refusal means anything. */
    CONTROL("control"),
    /** A condition of the suite, or a subject that may not. */
    SCENARIO(""),
    /** The good credential of a subject that may, beside the one whose credential the control has. */
    ALLOWED(""),
    /** The good credential once more, after all others: it shows that the refusals did no harm. */
    CONTROL_AFTER("control-after");

    private final String scenario;

    CaseRole(String scenario) {
        this.scenario = scenario;
    }

    /** The name that stands in a scenario's place; empty for a condition or a subject, which has its own. */
    public String scenario() {
        return scenario;
    }

    /** Whether the good credential is sent. */
    public boolean isControl() {
        return this != SCENARIO;
    }
}
