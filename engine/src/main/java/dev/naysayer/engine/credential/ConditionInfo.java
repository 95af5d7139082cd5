package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Expectation;
import java.util.List;

/**
 * A condition's words and defaults.
 *
 * @param name kebab-case, the scenario's name in YAML
 * @param meaning the condition in one line
 * @param authenticates whether the API gets authentication information it can use; where not, a challenge carries no error
 *     (RFC 6750 section 3.1)
 * @param expectation which refusal is right unless the suite says otherwise
 * @param source where the expectation comes from
 */
public record ConditionInfo(
        String name, String meaning, boolean authenticates, Expectation expectation, String source) {

    static ConditionInfo of(String name, String meaning, int status, List<String> errors, String source) {
        return new ConditionInfo(name, meaning, !errors.isEmpty(), new Expectation(List.of(status), errors), source);
    }

    /** A condition under which the API sees a token and refuses it with a status and a code. */
    public static ConditionInfo refusedToken(String name, String meaning, int status, String error, String source) {
        return of(name, meaning, status, List.of(error), source);
    }

    /** A condition under which the API sees no credential that it could judge. */
    public static ConditionInfo noCredential(String name, String meaning, String source) {
        return of(name, meaning, 401, List.of(), source);
    }
}
