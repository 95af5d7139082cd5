package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.GraphqlResponse;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import tools.jackson.databind.JsonNode;

/** A body has a Content-Type and is what it says. */
final class MediaTypeFitsBody implements Rule {

    private static final RuleInfo INFO = rule("media-type-fits-body", SHOULD, rfc(9110, "8.3"))
            .summary("Content-Type names what the body is")
            .why(
                    "Clients choose their parser by it: JSON labelled as HTML is never parsed, HTML labelled as JSON is a crash.")
            .clients("They hand JSON to no parser, or HTML to a JSON parser, which fails with an error of its own.")
            .fix("Set Content-Type where the body is written, and check what gateways put in its place.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.body().isEmpty()) {
            return notApplicable("there is no body");
        }
        String actual = evidence.body().mediaType();
        if (actual == null) {
            return violated("a Content-Type", "none");
        }
        JsonNode json = evidence.body().json();
        if (json == null && actual.equals(GraphqlResponse.MEDIA_TYPE)) {
            return notApplicable("graphql-response-well-formed tells it");
        }
        // A text like 401 is JSON by accident, so only an object or array gives itself away.
        boolean fits = evidence.body().claimsJson() ? json != null : json == null || !json.isContainer();
        if (fits || evidence.response().body().truncated()) {
            return passed();
        }
        return json == null
                ? violated(
                        "JSON, as " + actual + " promises",
                        "%s: %s"
                                .formatted(
                                        evidence.body().fault(), evidence.body().beginning()))
                : violated(
                        "a JSON media type", actual + " for " + evidence.body().beginning());
    }
}
