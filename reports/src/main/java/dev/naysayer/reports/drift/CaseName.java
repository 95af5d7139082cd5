package dev.naysayer.reports.drift;

/** By what a case is known in both environments: its names. */
public record CaseName(String suite, String operation, String scenario) {

    /** {@code GET /orders › no-token}. */
    public String inSuite() {
        return operation + " › " + scenario;
    }
}
