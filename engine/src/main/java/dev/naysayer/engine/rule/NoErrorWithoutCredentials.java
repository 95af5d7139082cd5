package dev.naysayer.engine.rule;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import java.util.Locale;
import java.util.Set;

/** No error, error_description or error_uri where the request carried nothing to judge. */
final class NoErrorWithoutCredentials implements Rule {

    private static final RuleInfo INFO = rule("no-error-without-credentials", SHOULD, rfc(6750, "3.1"))
            .summary("A request without usable credentials is told no error")
            .why(
                    "A client that sent nothing reads invalid_token as a token gone bad, and refreshes or logs out a user who never logged in.")
            .clients("They refresh a token that was never sent, or log out a user who never logged in.")
            .fix("Without credentials send the bare challenge: scheme and realm.");

    private static final Set<String> ERRORS = Set.of("error", "error_description", "error_uri");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (it.condition().info().authenticates()) {
            return notApplicable("a token was presented");
        }
        if (evidence.challenges().isEmpty()) {
            return notApplicable("there is no challenge that parses");
        }
        return evidence.challenges().stream()
                .flatMap(challenge -> challenge.params().stream())
                .filter(param -> ERRORS.contains(param.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(param -> violated("a challenge without error information", evidence.fieldText()))
                .orElse(passed());
    }
}
