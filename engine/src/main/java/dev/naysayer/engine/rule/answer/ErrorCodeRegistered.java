package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Registered;
import java.util.List;
import java.util.stream.Stream;

/** The registry of RFC 6749 section 11.4, as far as it speaks of answers of APIs. */
final class ErrorCodeRegistered implements Rule {

    private static final RuleInfo INFO = rule("error-code-registered", SHOULD, rfc(6750, "3.1"))
            .summary("The error code is a registered one")
            .why("Only registered codes are known to OAuth libraries; any other is noise to them.")
            .clients("They treat an unknown code as fatal, where invalid_token would have made them refresh.")
            .fix("Send a registered code, and put finer reasons into error_description or the body.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<String> errors = Stream.of("Bearer", "DPoP")
                .flatMap(scheme -> evidence.challenges(scheme).stream())
                .flatMap(challenge -> challenge.params("error").stream())
                .map(AuthParam::value)
                .toList();
        if (errors.isEmpty()) {
            return notApplicable("there is no error code");
        }
        return errors.stream()
                .filter(error -> !Registered.ERRORS.contains(error))
                .findFirst()
                .map(error -> violated("one of " + String.join(", ", Registered.ERRORS), error))
                .orElse(passed());
    }
}
