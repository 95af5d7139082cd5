package dev.naysayer.engine.rule;

import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import java.util.List;

/** The comparison that two rules share: the challenge's error code and the codes that are right. */
final class ErrorCode {

    private ErrorCode() {}

    static Verdict judge(ContractCase it, Evidence evidence) {
        String scheme = it.scheme().challengeScheme();
        if (evidence.challenges(scheme).isEmpty()) {
            return notApplicable("there is no challenge of the scheme");
        }
        List<String> expected = it.expectation().errors();
        String error = evidence.error(scheme);
        boolean fits = error == null ? expected.isEmpty() : expected.contains(error);
        return fits ? passed() : violated(words(expected), evidence.fieldText());
    }

    private static String words(List<String> expected) {
        return expected.isEmpty()
                ? "a challenge without an error code"
                : Words.or(expected.stream().map("error=\"%s\""::formatted).toList());
    }
}
