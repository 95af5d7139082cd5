package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Map;

/** Each registered code has its one status. */
final class ErrorFitsStatus implements FateRule {

    private static final RuleInfo INFO = rule("error-fits-status", SHOULD, rfc(6750, "3.1"))
            .summary("Error code and status agree")
            .why(
                    "One client decides by the status, the next by the code; where they disagree the two behave differently.")
            .clients("Some refresh by the status and some by the code: one of the two loops.")
            .fix("Derive the status from the code, so that the two cannot part.");

    private static final Map<String, Integer> STATUSES =
            Map.of("invalid_request", 400, "invalid_token", 401, "insufficient_scope", 403);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Whoever was let in or sent elsewhere has no use for a code. */
    @Override
    public boolean speaksOfEveryAnswer() {
        return false;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<String> errors = evidence.errors(it.scheme().challengeScheme());
        if (STATUSES.keySet().stream().noneMatch(errors::contains)) {
            return notApplicable(
                    errors.isEmpty()
                            ? "there is no error code"
                            : "the code '%s' has no status".formatted(String.join(", ", errors)));
        }
        return errors.stream()
                .filter(error -> STATUSES.getOrDefault(error, evidence.status()) != evidence.status())
                .findFirst()
                .map(error -> violated(
                        "%s with %d".formatted(error, STATUSES.get(error)),
                        "%s with %d".formatted(error, evidence.status())))
                .orElse(passed());
    }
}
