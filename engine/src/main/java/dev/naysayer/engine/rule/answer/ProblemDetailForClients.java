package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an error must not tell is said by {@link Leak}; here it also takes the place of what would have helped. */
final class ProblemDetailForClients implements Rule {

    private static final RuleInfo INFO = rule("problem-detail-for-clients", ADVICE, rfc(9457, "3.1.4"))
            .summary("detail says what the client can do, not where the program failed")
            .why("Whoever reads the name of an exception still does not know what to send instead.")
            .clients("They show it to a user, who takes a picture of it and calls for help.")
            .fix("Write one sentence for the client into detail, and the exception into the log.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        JsonNode problem = evidence.body().problem();
        String detail = problem == null ? "" : problem.path("detail").asString("");
        if (detail.isEmpty()) {
            return notApplicable(problem == null ? "the body is no problem details" : "there is no detail");
        }
        boolean debugging = Stream.of(LeakPatterns.STACK_TRACES, LeakPatterns.DATABASE_ERRORS)
                .flatMap(patterns -> patterns.stream())
                .anyMatch(pattern -> pattern.matcher(detail).find());
        return debugging
                ? violated("what the client can do", detail.lines().findFirst().orElse(""))
                : passed();
    }
}
