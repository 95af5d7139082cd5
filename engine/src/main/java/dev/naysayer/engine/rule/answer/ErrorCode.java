package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import java.util.List;

/** The comparison that two rules share: the challenge's error code and the codes that are right. */
final class ErrorCode {

    private ErrorCode() {}

    static Verdict judge(ContractCase it, Evidence evidence) {
        String scheme = it.scheme().challengeScheme();
        if (evidence.challenges(scheme).isEmpty()) {
            return notApplicable("there is no challenge of the scheme");
        }
        List<String> errors = evidence.errors(scheme);
        boolean right = errors.isEmpty()
                ? it.expectation().includesError(null)
                : errors.stream().allMatch(it.expectation()::includesError);
        return right ? passed() : violated(words(it.expectation()), evidence.fieldText());
    }

    private static String words(Expectation expected) {
        return Words.or(expected.errors().stream()
                .map(code -> code.equals(Expectation.NO_ERROR)
                        ? "a challenge without an error code"
                        : "error=\"%s\"".formatted(code))
                .toList());
    }
}
