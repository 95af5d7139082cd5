package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.ErrorBody;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import tools.jackson.databind.JsonNode;

/** Only where the body cannot be anything else; other JSON with a title is its own form. */
final class ProblemMediaType implements Rule {

    private static final RuleInfo INFO = rule("problem-media-type", ADVICE, rfc(9457, "3"))
            .summary("A body in the form of problem details says so by its media type")
            .why("Clients know problem details by their media type, and treat the same under another as foreign.")
            .clients("They look for members of a form of the API's own, and show nothing.")
            .fix("Label such bodies application/problem+json.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        JsonNode body = evidence.body().object();
        if (body == null || !isProblem(body)) {
            return notApplicable("the body has not the form of problem details");
        }
        if (evidence.body().claimsProblemDetails()) {
            return passed();
        }
        String actual = evidence.body().mediaType();
        return actual != null && actual.equals("application/json")
                ? violated(ErrorBody.PROBLEM_JSON, actual)
                : notApplicable("the media type is " + actual);
    }

    private static boolean isProblem(JsonNode body) {
        return body.path("title").isString()
                && body.path("status").isInt()
                && (body.path("type").isString() || body.path("detail").isString());
    }
}
