package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.ErrorBody;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether the members are what they ought to be, {@link ProblemDetailsWellFormed} tells. */
final class ProblemJsonRequired implements Rule {

    private static final RuleInfo INFO = rule("problem-json-required", MUST, rfc(9457, "3"), "problem-json")
            .summary("The body is problem details that say which problem it is")
            .why("A client that reads problem details gets nothing it can tell the user, or tell problems apart by.")
            .clients("They look for type and title, and fall back to a general error where they find neither.")
            .fix("Write refusals with the same type for problem details as all other errors of the API.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.answersHead()) {
            return notApplicable("an answer to HEAD has no body");
        }
        ErrorBody body = evidence.body();
        if (body.isEmpty() || !body.claimsProblemDetails()) {
            return violated(ErrorBody.PROBLEM_JSON, body.isEmpty() ? "an empty body" : mediaType(body.mediaType()));
        }
        JsonNode problem = body.problem();
        if (problem == null) {
            return notApplicable("the body is no JSON object");
        }
        return problem.has("type") || problem.has("title") ? passed() : violated("'type' or 'title'", body.beginning());
    }

    private static String mediaType(@Nullable String sent) {
        return sent == null ? "no Content-Type" : sent;
    }
}
