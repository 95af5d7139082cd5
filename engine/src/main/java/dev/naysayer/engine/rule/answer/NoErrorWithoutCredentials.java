package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * No error, error_description or error_uri where the request carried nothing to judge.
 *
 * <p>Problem: a credential of another scheme may be one that the API supports as well. Choice: its own challenges say so, and
 * what they say of such a credential is right.
 */
final class NoErrorWithoutCredentials implements Rule {

    private static final RuleInfo INFO = rule("no-error-without-credentials", SHOULD, rfc(6750, "3.1"))
            .summary("A request without usable credentials is told no error")
            .why(
                    "A client that sent nothing reads an error as a credential gone bad, and renews it or logs out a user who never logged in.")
            .clients("They renew a credential that was never sent, or log out a user who never logged in.")
            .fix("Without credentials send the bare challenge: scheme and realm.");

    /** What else was presented, by the conditions' names and the suite's own scheme. */
    private static final Map<String, UnaryOperator<String>> OTHER_SCHEMES = Map.of(
            "wrong-scheme-registered", own -> own.equals("Basic") ? "Bearer" : "Basic",
            "wrong-scheme-token", own -> "Token",
            "wrong-scheme-jwt", own -> "JWT");

    private static final Set<String> ERRORS = Set.of("error", "error_description", "error_uri");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (it.condition().info().authenticates()) {
            return notApplicable("a credential was presented");
        }
        if (evidence.challenges().isEmpty()) {
            return notApplicable("there is no challenge that parses");
        }
        String presented = OTHER_SCHEMES
                .getOrDefault(it.condition().info().name(), own -> "")
                .apply(String.valueOf(it.scheme().challengeScheme()));
        return evidence.challenges().stream()
                .filter(challenge -> !challenge.hasScheme(presented))
                .flatMap(challenge -> challenge.params().stream())
                .filter(param -> ERRORS.contains(param.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(param -> violated("a challenge without error information", evidence.fieldText()))
                .orElse(passed());
    }
}
